// A day of publication for an article that was read without one: it is withdrawn and read again with the day.

import { useState } from "preact/hooks";
import type { ArticlePage, Decision, Job } from "../api/types";
import { Failure, send } from "../client";
import { Words } from "../parts/bits";
import { Dialog } from "../parts/dialog";
import { go } from "../router";

export function SetDayForm({ page, onClose }: { page: ArticlePage; onClose: () => void }) {
  const [published, setPublished] = useState("");
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState("");
  const save = async (form: globalThis.Event) => {
    form.preventDefault();
    setBusy(true);
    try {
      const job = await again(page, published);
      go(`/add?job=${encodeURIComponent(job.id)}`);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      setWrong(error.message);
      setBusy(false);
    }
  };
  return (
    <Dialog title="Set the day of publication" onClose={onClose}>
      <form class="set-form" onSubmit={(form) => void save(form)}>
        <p>The text is coded again with this day, from which “Monday” and “last week” count, and what was coded without it is withdrawn. What people decided about it is not taken over.</p>
        <label>Published<input type="date" required autofocus value={published} onInput={(e) => setPublished(e.currentTarget.value)} /></label>
        {wrong && <p class="wrong" role="alert"><Words text={wrong} most={400} /></p>}
        <div class="dialog-acts">
          <button type="button" class="button" onClick={onClose}>Cancel</button>
          <button type="submit" class="button primary" disabled={busy}>{busy ? "Sending…" : "Set day"}</button>
        </div>
      </form>
    </Dialog>
  );
}

/** The job that reads the article with its day. The undated one goes first, or the text would be taken for known; it comes back where no job begins. */
async function again({ article, text }: ArticlePage, published: string): Promise<Job> {
  const path = `/api/articles/${encodeURIComponent(article.id)}/withdraw`;
  const gone = await send<Decision>("POST", path, { reason: `read again with its day, ${published}` });
  const given = { text, published, title: article.title, publisher: article.publisher, url: /^https?:/.test(article.url ?? "") ? article.url : null };
  try {
    return await send<Job>("POST", "/api/add/text", given);
  } catch (error) {
    await send("POST", "/api/undo", { id: gone.id, reason: "could not be read again" });
    throw error;
  }
}
