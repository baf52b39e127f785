// The codebook and who is here: asked once, known everywhere.

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Codebook, ServerStatus, Session } from "./api/types";
import { countryName } from "./words";

export interface Known {
  session: Session;
  status: ServerStatus;
  codebook: Codebook;
  refresh: () => void; // asks for the status again, after reports were added
}

export const KnownContext = createContext<Known | null>(null);

/** What the pages know of the store and who looks at it; an error outside of the frame, where it is not known yet. */
export function useKnown(): Known {
  const known = useContext(KnownContext);
  if (!known) throw new Error("used outside of the application");
  return known;
}

export function useCountry(): (code: string | null) => string {
  return (code) => countryName(code) ?? "";
}

export function canReview(session: Session): boolean {
  return session.user !== null && session.user.role !== "reader";
}

export function isAdmin(session: Session): boolean {
  return session.user?.role === "admin";
}
