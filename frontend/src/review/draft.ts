// What a reviewer changed in an event and has not sent yet.

import type { Codebook, Count, Event, Party, Piece, Place, Status, Voice, When } from "../api/types";

export interface Draft {
  type?: string;
  modes?: string[];
  contexts?: string[];
  status?: Status;
  trigger?: Piece;
  hedge?: Piece | null;
  actors?: Party[];
  recipients?: Party[];
  according_to?: Voice[];
  where?: Place[];
  when?: When | null;
  counts?: Count[];
}

export type DraftField = keyof Draft;

/** The event as it will be: what hangs on the type follows it. */
export function drafted(event: Event, draft: Draft, book: Codebook): Event {
  const out = { ...event, ...draft } as Event;
  const type = book.types.find((one) => one.name === out.type);
  if (type && (draft.type || draft.modes)) {
    out.quad = type.quad;
    if (!draft.modes) out.modes = out.modes.filter((mode) => type.modes.some((one) => one.name === mode));
  }
  out.edited = [...new Set([...event.edited, ...Object.keys(draft)])];
  return out;
}

/** The draft as the edits that the API takes. */
export function edits(draft: Draft): { field: string; value: unknown }[] {
  return (Object.keys(draft) as DraftField[]).map((field) => ({ field, value: draft[field] ?? null }));
}

export function party(piece: Piece, like?: Pick<Party, "name" | "country" | "sectors"> & { key?: string | null }): Party {
  return { ...piece, name: like?.name ?? null, country: like?.country ?? null, sectors: like?.sectors ?? [], id: like?.key ?? null, basis: "" };
}

export function inside(piece: Piece, sentence: Piece): boolean {
  return piece.span[0] >= sentence.span[0] && piece.span[1] <= sentence.span[1];
}
