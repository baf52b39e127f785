// Who (rows) acts on whom (columns): the number of events, coloured by how much of it is conflict.

import type { Matrix } from "../api/types";
import { partyWords } from "../parties";
import { Icon } from "../parts/bits";
import { saveCsv } from "../parts/draw";
import { number, plural } from "../words";

export function MatrixTable({ matrix, most: limit, onPair }: { matrix: Matrix; most: number; onPair: (a: string, b: string) => void }) {
  const cells = new Map(matrix.cells.map((cell) => [`${cell.from} ${cell.to}`, cell]));
  const most = Math.max(1, ...matrix.cells.map((cell) => cell.events));
  const label = (id: string) => partyWords(id).replace(":", "");
  const strength = (events: number) => Math.max(1, Math.ceil((4 * Math.log(events + 1)) / Math.log(most + 1)));
  return (
    <>
    <div class="matrix-key">
    <p class="note">{matrix.parties.length >= limit && `The ${limit} parties with most events. `}Rows act on columns, on the diagonal within one party; number of events, with and without a date, <span class="key conflict s3">mostly conflict</span> <span class="key mixed s3">mixed</span> <span class="key cooperation s3">mostly cooperation</span>. A number leads to its events.</p>
    <button type="button" class="button small" title="The same as a list: who, on whom, how many" onClick={() => saveCsv([["actor", "actor_name", "recipient", "recipient_name", "events", "cooperation", "conflict"], ...matrix.cells.map((cell) => [cell.from, label(cell.from), cell.to, label(cell.to), cell.events, cell.cooperation, cell.conflict])], "matrix")}><Icon name="export" />CSV</button>
    </div>
    <div class="scroll-x matrix-frame" tabIndex={0} role="region" aria-label="Matrix: rows act on columns">
      <table class="matrix">
        <thead><tr><th scope="col"><span class="hidden">Acts</span></th>{matrix.parties.map((party) => <th key={party.id} scope="col"><span title={party.id}>{label(party.id)}</span></th>)}</tr></thead>
        <tbody>
          {matrix.parties.map((row) => (
            <tr key={row.id}>
              <th scope="row" title={row.id}>{label(row.id)}</th>
              {matrix.parties.map((column) => {
                const cell = cells.get(`${row.id} ${column.id}`);
                if (!cell) return <td key={column.id} />;
                const share = cell.conflict / Math.max(1, cell.conflict + cell.cooperation);
                const kind = share > 0.65 ? "conflict" : share < 0.35 ? "cooperation" : "mixed";
                const words = `${label(row.id)} on ${label(column.id)}: ${cell.cooperation} cooperation, ${cell.conflict} conflict`;
                return (
                  <td key={column.id} class={`${kind} s${strength(cell.events)}`}>
                    <button type="button" title={words} aria-label={`${plural(cell.events, "event")}, ${words}`} onClick={() => onPair(row.id, column.id)}>{number(cell.events)}</button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
    </>
  );
}
