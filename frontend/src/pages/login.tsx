import { useState } from "preact/hooks";
import { Failure, logIn } from "../client";
import { Icon } from "../parts/bits";

export function LoginPage({ onDone }: { onDone: () => void }) {
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [wrong, setWrong] = useState("");
  const [busy, setBusy] = useState(false);
  const enter = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setWrong("");
    try {
      await logIn(name, password);
      onDone();
    } catch (error) {
      setWrong(error instanceof Failure ? error.message : String(error));
      setBusy(false);
    }
  };
  return (
    <main class="alone login">
      <h1 class="brand-alone"><span class="brand-mark" aria-hidden="true" />Dateline</h1>
      <form onSubmit={enter} aria-label="Log in">
        <label>Name<input name="name" autocomplete="username" autofocus required value={name} onInput={(e) => setName(e.currentTarget.value)} /></label>
        <label>Password<input name="password" type="password" autocomplete="current-password" required value={password} onInput={(e) => setPassword(e.currentTarget.value)} /></label>
        {wrong && <p class="wrong" role="alert"><Icon name="warn" />{wrong}</p>}
        <button type="submit" class="button primary" disabled={busy}>{busy ? "Logging in…" : "Log in"}</button>
        <p class="hint">No account? Whoever runs this server makes one.</p>
      </form>
    </main>
  );
}
