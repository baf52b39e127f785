// Accounts, for admins: who may use this server and as what; passwords are given, never shown again.

import { useState } from "preact/hooks";
import type { Account, Accounts, Role } from "../api/types";
import { isAdmin, useKnown } from "../book";
import { Failure, send, useLoad } from "../client";
import { Busy, Empty, Failed, Head, Words } from "../parts/bits";
import { Dialog } from "../parts/dialog";
import { complain, tell } from "../parts/toast";
import { moment, number } from "../words";
import { SHORTEST_PASSWORD } from "./password";

const ROLES: Record<Role, string> = {
  reader: "reads and downloads",
  reviewer: "reads, reviews, corrects and adds reports",
  admin: "reads, reviews, corrects, adds reports, manages accounts and the actor list, and reads the audit log",
};

type Change = Partial<{ role: Role; password: string; disabled: boolean }>;
type Window = { is: "password" | "remove"; of: Account } | null;

export function AccountsPage() {
  const { session } = useKnown();
  if (!isAdmin(session)) return <Failed failure={new Failure("forbidden", "Accounts are for admins.", 403)} />;
  return <Managing me={session.open ? null : session.user?.name ?? null} />;
}

function Managing({ me }: { me: string | null }) {
  const { data, failure, again } = useLoad<Accounts>("/api/accounts");
  const [window, setWindow] = useState<Window>(null);
  const change = (account: Account, values: Change, words: string) => {
    setWindow(null);
    send<Account>("POST", `/api/accounts/${encodeURIComponent(account.name)}`, values).then(() => { tell(`${account.name}: ${words}`); again(); }, (error) => { complain(error); again(); });
  };
  const remove = (account: Account) => {
    setWindow(null);
    send("DELETE", `/api/accounts/${encodeURIComponent(account.name)}`).then(() => { tell(`Removed: ${account.name}`); again(); }, complain);
  };
  return (
    <div class="page accounts">
      <Head title="Accounts" lead="Who may use this server, and as what. A changed account logs in again." />
      {data?.open && <p class="notice small">This server answers this machine alone and asks for no password. Accounts hold where it is started with <code>--login</code>, or on an address that others reach.</p>}
      {failure && <Failed failure={failure} again={again} />}
      {!data && !failure && <Busy rows={4} />}
      {data && <Make onMade={again} first={!data.items.length} />}
      {data && data.items.length > 0 && <Table accounts={data.items} me={me} onChange={change} onOpen={setWindow} />}
      {data && !data.items.length && <Empty title="No accounts yet"><p>Make one for an admin first: it can make the others.</p></Empty>}
      {window?.is === "password" && <NewPassword account={window.of} onClose={() => setWindow(null)} onSet={(password) => change(window.of, { password }, "has the new password")} />}
      {window?.is === "remove" && (
        <Dialog title="Remove this account?" onClose={() => setWindow(null)}>
          <p>“<Words text={window.of.name} most={64} />” cannot log in any more, and {window.of.tokens ? "its tokens are" : "what it used is"} refused. What it decided stays, under its name. To shut it out for a time, disable it.</p>
          <div class="dialog-acts">
            <button type="button" class="button" autofocus onClick={() => setWindow(null)}>Keep it</button>
            <button type="button" class="button danger" onClick={() => remove(window.of)}>Remove</button>
          </div>
        </Dialog>
      )}
    </div>
  );
}

function Make({ onMade, first }: { onMade: () => void; first: boolean }) {
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>(first ? "admin" : "reviewer");
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const make = (event: Event) => {
    event.preventDefault();
    setBusy(true);
    send<Account>("POST", "/api/accounts", { name: name.trim(), role, password })
      .then((made) => { setName(""); setPassword(""); tell(`Made: ${made.name}, ${made.role}`); onMade(); }, complain)
      .finally(() => setBusy(false));
  };
  return (
    <form class="card account-form" onSubmit={make} aria-label="Make an account" autocomplete="off">
      <label>Name<input type="text" required maxLength={64} pattern="[^\s\/]+" title="Letters, digits and . _ @ -" value={name} onInput={(event) => setName(event.currentTarget.value)} /></label>
      <label>Role<select value={role} onChange={(event) => setRole(event.currentTarget.value as Role)}>{Object.keys(ROLES).map((one) => <option key={one} value={one}>{one}</option>)}</select></label>
      <Password value={password} onSet={setPassword} />
      <button type="submit" class="button primary" disabled={busy}>{busy ? "Making…" : "Make the account"}</button>
      <p class="hint">{role === "admin" ? "An" : "A"} {role} {ROLES[role]}. Hand over the password yourself: it is kept as a digest and not shown again.</p>
    </form>
  );
}

/** A first password is read by whoever hands it over, so it is not hidden. */
function Password({ value, onSet }: { value: string; onSet: (value: string) => void }) {
  return (
    <div class="password">
      <label>Password<input type="text" class="mono" required minLength={SHORTEST_PASSWORD} maxLength={1000} autocomplete="off" spellcheck={false} value={value} onInput={(event) => onSet(event.currentTarget.value)} /></label>
      <button type="button" class="button" onClick={() => onSet(suggested())}>Suggest one</button>
    </div>
  );
}

/** 20 letters and digits that are not mistaken for one another: 98 bits. */
function suggested(): string {
  const signs = "abcdefghjkmnpqrstuvwxyz23456789";
  const out: string[] = [];
  while (out.length < 20) {
    for (const byte of crypto.getRandomValues(new Uint8Array(32))) {
      if (byte < 248 && out.length < 20) out.push(signs.charAt(byte % signs.length)); // 248: eight times 31, each as likely
    }
  }
  return out.join("").replace(/.{5}(?=.)/g, "$&-");
}

function NewPassword({ account, onSet, onClose }: { account: Account; onSet: (password: string) => void; onClose: () => void }) {
  const [password, setPassword] = useState("");
  return (
    <Dialog title={`New password for ${account.name}`} onClose={onClose}>
      <form onSubmit={(event) => { event.preventDefault(); onSet(password); }}>
        <Password value={password} onSet={setPassword} />
        <p class="hint">Whoever is logged in by it has to log in again. Hand it over yourself: it is not shown again.</p>
        <div class="dialog-acts"><button type="submit" class="button primary">Set it</button></div>
      </form>
    </Dialog>
  );
}

function Table({ accounts, me, onChange, onOpen }: {
  accounts: readonly Account[]; me: string | null; onChange: (account: Account, values: Change, words: string) => void; onOpen: (window: Window) => void;
}) {
  return (
    <table class="table">
      <thead><tr><th scope="col">Name</th><th scope="col">Role</th><th scope="col" class="wide-only">Made</th><th scope="col" class="wide-only">Logged in, last seen</th><th scope="col" class="num wide-only">Tokens</th><th scope="col"><span class="hidden">Password, disabling, removal</span></th></tr></thead>
      <tbody>
        {accounts.map((account) => (
          <tr key={account.name} class={account.disabled ? "disabled" : ""}>
            <td class="title"><Words text={account.name} most={64} />{account.name === me && <span class="tag quiet">you</span>}{account.disabled && <span class="tag quiet">disabled</span>}</td>
            <td><select aria-label={`Role of ${account.name}`} value={account.role} onChange={(event) => onChange(account, { role: event.currentTarget.value as Role }, `is ${event.currentTarget.value} now`)}>
              {Object.entries(ROLES).map(([one, words]) => <option key={one} value={one} title={words}>{one}</option>)}
            </select></td>
            <td class="when wide-only">{moment(account.created)}</td>
            <td class="when wide-only" title={account.seen ? "To five minutes" : undefined}>{account.seen ? moment(account.seen) : "not logged in"}</td>
            <td class="num wide-only">{number(account.tokens)}</td>
            <td><span class="row-acts">
              <button type="button" class="button small" aria-label={`New password for ${account.name}`} onClick={() => onOpen({ is: "password", of: account })}>New password</button>
              {account.name !== me && <button type="button" class="button small" aria-label={`${account.disabled ? "Enable" : "Disable"} ${account.name}`} onClick={() => onChange(account, { disabled: !account.disabled }, account.disabled ? "can log in again" : "is disabled, its tokens too")}>{account.disabled ? "Enable" : "Disable"}</button>}
              {account.name !== me && <button type="button" class="button small danger" aria-label={`Remove ${account.name}`} onClick={() => onOpen({ is: "remove", of: account })}>Remove</button>}
            </span></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
