// Why the passages of an incident are one happening: its links with their reasons, and what people judged of them.

import type { IncidentPage, Judgement, Link } from "../api/types";
import { Icon, Words } from "../parts/bits";
import { day, number, percent, reasonWords } from "../words";
import { Letter, showWords } from "./passages";

const REASONS = 3;
const LINKS = 4;

export function Links({ page, letters, byPassage, onJudge, onUndo }: {
  page: IncidentPage; letters: ReadonlyMap<string, string>; byPassage: ReadonlyMap<string, string>;
  onJudge?: (verdict: "same" | "different", link: Link) => void; onUndo?: (judgement: string) => void;
}) {
  const name = (passage: string) => {
    const event = byPassage.get(passage) ?? passage;
    const mark = letters.get(event);
    return mark ? <Letter mark={mark} onShow={() => showWords(page.passages, event, "trigger")} /> : <a class="mono" href={`/events/${encodeURIComponent(event)}`} title="A passage of another incident">{passage.slice(0, 6)}</a>;
  };
  const judged = page.judgements.filter((one) => !one.withdrawn);
  const shown = (link: Link) => {
    const found = judged.some((one) => (one.left === link.left && one.right === link.right) || (one.left === link.right && one.right === link.left));
    return (
      <li key={link.left + link.right}>
        <span class="pair">{name(link.left)}<Icon name="link" />{name(link.right)}<span class="note" title="How sure the program is that both tell of one happening">{percent(link.score)} sure</span></span>
        <Reasons reasons={link.reasons} />
        {onJudge && !found && (
          <div class="pair-acts">
            <button type="button" class="button small" title="Both passages tell of one happening: they stay together" onClick={() => onJudge("same", link)}>Same</button>
            <button type="button" class="button small" title="The passages tell of different happenings: they are parted" onClick={() => onJudge("different", link)}>Different</button>
          </div>
        )}
      </li>
    );
  };
  if (!page.links.length && !judged.length) return <p class="note">{alone(page.passages.length)}</p>;
  return (
    <ol class="links">
      {together(judged).map(([one, ...more]) => one && (
        <li key={one.id} class="judged"><span class="pair">{more.length ? <b>{number(more.length + 1)} pairs</b> : <>{name(one.left)}<Icon name="link" />{name(one.right)}</>}</span><p><strong>{one.verdict}</strong>, says {one.by}{one.reason && <>: <Words text={one.reason} most={200} /></>} <span class="note">{day(one.at)}</span>{onUndo && <> <button type="button" class="link" onClick={() => onUndo(one.id)}>Take back</button></>}</p></li>
      ))}
      {page.links.slice(0, LINKS).map(shown)}
      {page.links.length > LINKS && (
        <li><details><summary>{page.links.length - LINKS} more links</summary><ol class="links">{page.links.slice(LINKS).map(shown)}</ol></details></li>
      )}
    </ol>
  );
}

/** Why an incident that no link and no judgement joined is one. */
function alone(passages: number): string {
  return passages === 1 ? "One passage alone: nothing was joined." : `${number(passages)} passages of one report, read as one event told again; no other report was joined.`;
}

/** What was judged in one step: a split or a join judges many pairs. */
function together(judged: readonly Judgement[]): Judgement[][] {
  const out = new Map<string, Judgement[]>();
  for (const one of judged) {
    const key = `${one.at} ${one.by} ${one.verdict}`;
    out.set(key, [...(out.get(key) ?? []), one]);
  }
  return [...out.values()];
}

function Reasons({ reasons }: { reasons: readonly string[] }) {
  const line = (reason: string) => <li key={reason}><Words text={reasonWords(reason)} most={200} /></li>;
  return (
    <>
      <ul>{reasons.slice(0, REASONS).map(line)}</ul>
      {reasons.length > REASONS && <details class="more-reasons"><summary>{reasons.length - REASONS} more reasons</summary><ul>{reasons.slice(REASONS).map(line)}</ul></details>}
    </>
  );
}
