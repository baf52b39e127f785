// Withdrawing an article, with a reason; and what tells that it is withdrawn.

import { useState } from "preact/hooks";
import type { ArticleWithdrawn, Decision } from "../api/types";
import { Failure, send } from "../client";
import { Words } from "../parts/bits";
import { Dialog } from "../parts/dialog";
import { moment } from "../words";

export function WithdrawForm({ article, onDone, onClose }: { article: string; onDone: (decision: Decision) => void; onClose: () => void }) {
  const [reason, setReason] = useState("");
  const [wrong, setWrong] = useState("");
  const save = async (form: globalThis.Event) => {
    form.preventDefault();
    try {
      onDone(await send<Decision>("POST", `/api/articles/${encodeURIComponent(article)}/withdraw`, { reason: reason.trim() }));
      onClose();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      setWrong(error.message);
    }
  };
  return (
    <Dialog title="Withdraw this article" onClose={onClose}>
      <form class="set-form" onSubmit={(form) => void save(form)}>
        <p>None of its events and statements count any more, and incidents are made anew without it. What was known before stays in the past, and it can be brought back.</p>
        <label>Reason<input type="text" required pattern=".*\S.*" maxLength={2000} autofocus value={reason} placeholder="Taken back by the outlet, read by mistake, a wrong date" onInput={(e) => setReason(e.currentTarget.value)} /></label>
        {wrong && <p class="wrong" role="alert"><Words text={wrong} most={400} /></p>}
        <div class="dialog-acts">
          <button type="button" class="button" onClick={onClose}>Cancel</button>
          <button type="submit" class="button primary">Withdraw</button>
        </div>
      </form>
    </Dialog>
  );
}

export function WithdrawnNote({ gone, onBack }: { gone: ArticleWithdrawn; onBack?: () => void }) {
  return (
    <p class="withdrawn-note" role="note">
      <strong>Withdrawn</strong> by <Words text={gone.by} most={40} />, {moment(gone.at)}: <Words text={gone.reason} most={300} />. Nothing in it counts.
      {onBack && <> <button type="button" class="link" onClick={onBack}>Bring back</button></>}
    </p>
  );
}
