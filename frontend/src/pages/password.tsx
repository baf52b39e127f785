// Another password for oneself: the old one, the new one twice.

import { useState } from "preact/hooks";
import type { Session } from "../api/types";
import { useKnown } from "../book";
import { Failure, send } from "../client";
import { Head, Icon } from "../parts/bits";
import { tell } from "../parts/toast";

/** As the server has it. */
export const SHORTEST_PASSWORD = 10;

export function PasswordPage() {
  const { session } = useKnown();
  return (
    <div class="page">
      <Head title="Password" lead="Another password for your own account." />
      {session.open || !session.user
        ? <p class="notice">This server answers this machine alone and asks for no password. Accounts and their passwords hold where it is started with <code>--login</code>, or on an address that others reach.</p>
        : <Change name={session.user.name} />}
    </div>
  );
}

function Change({ name }: { name: string }) {
  const [old, setOld] = useState("");
  const [fresh, setFresh] = useState("");
  const [again, setAgain] = useState("");
  const [wrong, setWrong] = useState("");
  const [busy, setBusy] = useState(false);
  const change = async (form: Event) => {
    form.preventDefault();
    setWrong("");
    if (fresh !== again) return setWrong("The new password is not the same twice.");
    setBusy(true);
    try {
      await send<Session>("POST", "/api/session/password", { old, new: fresh });
      tell("Your password is changed");
      [setOld, setFresh, setAgain].forEach((set) => set(""));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      setWrong(error.message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form class="card own-password" onSubmit={(form) => void change(form)} aria-label="Change your password">
      <input type="text" hidden name="name" autocomplete="username" value={name} readOnly />
      <label>Old password<input type="password" required maxLength={1000} autocomplete="current-password" value={old} onInput={(event) => setOld(event.currentTarget.value)} /></label>
      <label>New password<input type="password" required minLength={SHORTEST_PASSWORD} maxLength={1000} autocomplete="new-password" value={fresh} onInput={(event) => setFresh(event.currentTarget.value)} /></label>
      <label>New password once more<input type="password" required minLength={SHORTEST_PASSWORD} maxLength={1000} autocomplete="new-password" value={again} onInput={(event) => setAgain(event.currentTarget.value)} /></label>
      {wrong && <p class="wrong" role="alert"><Icon name="warn" />{wrong}</p>}
      <button type="submit" class="button primary" disabled={busy}>{busy ? "Changing…" : "Change the password"}</button>
      <p class="hint">At least {SHORTEST_PASSWORD} characters. Wherever else you are logged in, you have to log in again; your tokens stay.</p>
    </form>
  );
}
