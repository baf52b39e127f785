// Keys of programs to the API: made, seen with their last use, revoked. A secret is shown once.

import { useRef, useState } from "preact/hooks";
import type { Token, Tokens } from "../api/types";
import { isAdmin, useKnown } from "../book";
import { send, useLoad } from "../client";
import { Busy, Empty, Failed, Head, Icon, Words } from "../parts/bits";
import { Dialog } from "../parts/dialog";
import { complain, tell } from "../parts/toast";
import { moment } from "../words";

export function TokensPage() {
  const { session } = useKnown();
  const admin = isAdmin(session);
  const [all, setAll] = useState(admin);
  const { data, failure, again } = useLoad<Tokens>(all ? "/api/tokens?all=true" : "/api/tokens");
  const [made, setMade] = useState<Token | null>(null);
  const [leaving, setLeaving] = useState<Token | null>(null);
  const revoke = (token: Token) => {
    setLeaving(null);
    send("DELETE", `/api/tokens/${encodeURIComponent(token.id)}`).then(() => {
      if (made?.id === token.id) setMade(null);
      tell(`Revoked: ${token.name}`);
      again();
    }, complain);
  };
  return (
    <div class="page tokens">
      <Head title="Tokens" lead="Keys with which programs use the HTTP API. A token may what its account may.">
        {admin && data?.may_make && (
          <label class="tick"><input type="checkbox" checked={all} onChange={(event) => setAll(event.currentTarget.checked)} />Those of all accounts</label>
        )}
      </Head>
      {made && <Secret token={made} onClose={() => setMade(null)} />}
      {failure && <Failed failure={failure} again={again} />}
      {!data && !failure && <Busy rows={4} />}
      {data && (data.may_make
        ? <Make onMade={(token) => { setMade(token); again(); }} />
        : session.open && <NoneNeeded />)}
      {data && data.items.length > 0 && <Table tokens={data.items} all={all} onRevoke={setLeaving} />}
      {data && !data.items.length && data.may_make && <Empty title="No tokens yet"><p>Give one a name above, for you to know it by.</p></Empty>}
      {leaving && (
        <Dialog title="Revoke this token?" onClose={() => setLeaving(null)}>
          <p>Programs that use “<Words text={leaving.name} most={100} />” are refused from now on. This cannot be undone.</p>
          <div class="dialog-acts">
            <button type="button" class="button" autofocus onClick={() => setLeaving(null)}>Keep it</button>
            <button type="button" class="button danger" onClick={() => revoke(leaving)}>Revoke</button>
          </div>
        </Dialog>
      )}
    </div>
  );
}

/** On this machine alone the API asks for no token. */
function NoneNeeded() {
  return (
    <section class="card">
      <h2>No token is needed here</h2>
      <p>This server answers this machine alone, and whoever is on it may do everything. Programs here ask without a token:</p>
      <pre class="sample">{`curl "${location.origin}/api/events?format=csv" -o events.csv`}</pre>
      <p>For others, make accounts and serve with <code>--login</code>; each account then makes its tokens on this page.</p>
    </section>
  );
}

function Make({ onMade }: { onMade: (token: Token) => void }) {
  const [name, setName] = useState("");
  const [busy, setBusy] = useState(false);
  const make = (event: Event) => {
    event.preventDefault();
    if (!name.trim()) return;
    setBusy(true);
    send<Token>("POST", "/api/tokens", { name: name.trim() })
      .then((token) => { setName(""); onMade(token); }, complain)
      .finally(() => setBusy(false));
  };
  return (
    <form class="card token-form" onSubmit={make} aria-label="Make a token">
      <label>Name<input type="text" required maxLength={100} placeholder="nightly export" value={name} onInput={(event) => setName(event.currentTarget.value)} /></label>
      <button type="submit" class="button primary" disabled={busy}>{busy ? "Making…" : "Make a token"}</button>
    </form>
  );
}

function Secret({ token, onClose }: { token: Token; onClose: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  const copy = () => {
    field.current?.select();
    const done = () => tell("Copied");
    if (navigator.clipboard) navigator.clipboard.writeText(token.secret ?? "").then(done, () => tell("Selected: copy it with Ctrl+C"));
    else tell("Selected: copy it with Ctrl+C");
  };
  return (
    <section class="card secret" aria-label="The new token" role="status">
      <header><h2>“<Words text={token.name} most={100} />” is made</h2><button type="button" class="plain" aria-label="Close" onClick={onClose}><Icon name="close" /></button></header>
      <p>Copy it now: it is shown this once, and only its digest is kept.</p>
      <div class="secret-row">
        <input ref={field} type="text" class="mono" readOnly aria-label="Token" value={token.secret ?? ""} onFocus={(event) => event.currentTarget.select()} />
        <button type="button" class="button" onClick={copy}>Copy</button>
      </div>
      <pre class="sample">{`curl -H "Authorization: Bearer $TOKEN" "${location.origin}/api/events?format=csv" -o events.csv`}</pre>
    </section>
  );
}

function Table({ tokens, all, onRevoke }: { tokens: readonly Token[]; all: boolean; onRevoke: (token: Token) => void }) {
  return (
    <table class="table">
      <thead><tr><th scope="col">Name</th>{all && <th scope="col">Account</th>}<th scope="col" class="wide-only">Made</th><th scope="col">Last used</th><th scope="col"><span class="hidden">Revoke</span></th></tr></thead>
      <tbody>
        {tokens.map((token) => (
          <tr key={token.id}>
            <td class="title"><Words text={token.name} most={100} /></td>
            {all && <td><Words text={token.user} most={64} /></td>}
            <td class="when wide-only">{moment(token.created)}</td>
            <td class="when" title={token.used ? "To five minutes" : undefined}>{token.used ? moment(token.used) : "never"}</td>
            <td class="num"><button type="button" class="button small danger" aria-label={`Revoke ${token.name}`} onClick={() => onRevoke(token)}>Revoke</button></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
