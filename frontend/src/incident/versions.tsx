// What is said of an incident, field by field: the value shown, every version of it, and who says so.

import type { Passage, Shown, Version } from "../api/types";
import { Words } from "../parts/bits";
import { grouped } from "../versions";
import { fieldWords, valueWords } from "../words";
import { Letter, showWords } from "./passages";

/** Fields that follow from others and would only repeat them. */
const FOLLOWS: ReadonlySet<string> = new Set(["quad", "intensity", "cameo", "summary"]);
/** What a reader asks first stands first; what is not named comes last. */
const FIRST = ["type", "status", "when", "where", "actors", "recipients", "counts", "modes", "contexts"];
const VOICES = 2;

/** What people set, a class that goes with its type aside. */
export function setByPeople(shown: readonly Shown[]): Shown[] {
  const edits = new Set<string>();
  return shown.filter((one) => one.set_by && !edits.has(one.set_by.edit) && edits.add(one.set_by.edit));
}

/** What may be done about the values that are shown. */
interface Acts {
  set: (field: string) => void;
  undo: (edit: string) => void;
}

export function Versions({ shown, disputed, letters, passages, acts }: {
  shown: readonly Shown[]; disputed: readonly string[]; letters: ReadonlyMap<string, string>; passages: readonly Passage[]; acts?: Acts;
}) {
  if (!shown.length) return <p class="note">Nothing was resolved beyond the words themselves.</p>;
  return (
    <>
    <div class="scroll-x" tabIndex={0} role="region" aria-label="Versions">
      <table class="versions">
        <thead><tr><th scope="col">Field</th><th scope="col">Shown</th><th scope="col">Versions, and who says so</th></tr></thead>
        <tbody>
          {ordered(shown).map((one) => {
            const groups = grouped(one);
            return (
              <tr key={one.field} id={`field-${one.field}`} tabIndex={-1} class={disputed.includes(one.field) ? "differ" : ""}>
                <th scope="row">{fieldWords(one.field)}</th>
                <td>
                  <strong><Words text={valueWords(one.field, one.together.length ? one.together : one.value)} most={160} /></strong>
                  {one.set_by && <span class="note">set by {one.set_by.by}{one.set_by.reason && <>: <Words text={one.set_by.reason} most={200} /></>}</span>}
                  <div class="value-acts">
                    {!one.set_by && <details class="rule"><summary>how chosen</summary>{one.rule}</details>}
                    {acts && <button type="button" class="link" aria-label={`Set ${fieldWords(one.field)}`} onClick={() => acts.set(one.field)}>Set</button>}
                    {acts && one.set_by && <button type="button" class="link" aria-label={`Take back ${fieldWords(one.field)}`} onClick={() => acts.undo(one.set_by?.edit ?? "")}>Take back</button>}
                  </div>
                </td>
                <td>
                  {groups.map(({ words, versions }) => (
                    <div key={words} class="version">
                      <span class="version-value"><Words text={words} most={160} /></span>
                      <Voices all={alike(versions)} letters={letters} show={(event) => showWords(passages, event, one.field)} />
                    </div>
                  ))}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
    {[...rules(shown)].map(([rule, fields]) => <p key={rule} class="on-paper note">How {fields.join(", ")} {fields.length > 1 ? "were" : "was"} chosen: {rule}</p>)}
    {acts && <p class="after-table"><button type="button" class="button small" title="A value that no report has (e)" onClick={() => acts.set(missing(shown))}>Set another field</button></p>}
    </>
  );
}

/** The rules by which values were picked, each with its fields: on paper each stands once, under the table. */
function rules(shown: readonly Shown[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const one of ordered(shown)) if (!one.set_by) found.set(one.rule, [...(found.get(one.rule) ?? []), fieldWords(one.field)]);
  return found;
}

/** The first field that is not shown: what is set by the button under the table. */
function missing(shown: readonly Shown[]): string {
  const there = new Set(shown.map((one) => one.field));
  return ["when", "where", "actors", "recipients", "counts.killed", "counts.injured"].find((field) => !there.has(field)) ?? "counts.other";
}

/** The fields in the order of a page, without those that follow from others. */
export function ordered(shown: readonly Shown[]): Shown[] {
  const rank = (field: string) => {
    const at = FIRST.indexOf(field.split(".")[0] as string);
    return at < 0 ? FIRST.length : at;
  };
  const type = shown.find((one) => one.field === "type")?.set_by?.edit;
  const own = (one: Shown) => one.set_by !== null && one.set_by.edit !== type; // set by itself, not with the type
  return shown.filter((one) => !FOLLOWS.has(one.field) || own(one)).sort((a, b) => rank(a.field) - rank(b.field));
}

/** What the same voice says in the same paper, told once. */
function alike(versions: readonly Version[]): Version[][] {
  const out = new Map<string, Version[]>();
  for (const version of versions) {
    const key = JSON.stringify([version.said_by, version.publisher, version.stance, version.hedge]);
    out.set(key, [...(out.get(key) ?? []), version]);
  }
  return [...out.values()];
}

/** Many voices that say the same: the first of them, the others folded. */
function Voices({ all, letters, show }: { all: readonly Version[][]; letters: ReadonlyMap<string, string>; show: (event: string) => void }) {
  const said = (versions: Version[], n: number) => <Said key={n} versions={versions} letters={letters} show={show} />;
  if (all.length <= VOICES + 1) return <>{all.map(said)}</>;
  return (
    <>
      {all.slice(0, VOICES).map(said)}
      <details class="voices"><summary>{all.length - VOICES} more voices</summary>{all.slice(VOICES).map(said)}</details>
    </>
  );
}

function Said({ versions, letters, show }: { versions: readonly Version[]; letters: ReadonlyMap<string, string>; show: (event: string) => void }) {
  const version = versions[0] as Version;
  const voice = version.said_by.length ? version.said_by.join(" via ") : version.publisher ?? "the article";
  return (
    <span class="said">
      {versions.map((one) => <Letter key={one.event} mark={letters.get(one.event)} onShow={() => show(one.event)} />)}
      <Words text={voice} most={60} />
      {version.said_by.length > 0 && version.publisher && <span class="note">in <Words text={version.publisher} most={40} /></span>}
      {version.stance !== "told" && <span class="stance">{version.stance}</span>}
      {version.hedge && <span class="stance">“{version.hedge}”</span>}
    </span>
  );
}
