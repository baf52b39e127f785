// Joining an incident with another, which is found by words; without words those of the same country stand first.

import { useState } from "preact/hooks";
import type { Decision, IncidentItem, Page } from "../api/types";
import { address, send, useLoad } from "../client";
import { QuadMark } from "../parts/bits";
import { useRested } from "../parts/rested";
import { briefWords, plural } from "../words";
import { Picker } from "./picker";

export function JoinForm({ incident, country, onClose, onJoin }: {
  incident: string; country: string | null; onClose: () => void; onJoin: (ask: () => Promise<Decision>) => void;
}) {
  const [typed, setTyped] = useState("");
  const asked = useRested(typed);
  const { data } = useLoad<Page<IncidentItem>>(address("/api/incidents", { text: asked || undefined, country: asked ? undefined : country ?? undefined, limit: 40 }));
  const choices = (data?.items ?? []).filter((one) => one.id !== incident)
    .map((one) => ({ value: one.id, words: briefWords(one.summary), note: plural(one.origins, "report"), mark: <QuadMark quad={one.quad} /> }));
  return (
    <div onInput={(e) => { if (e.target instanceof HTMLInputElement) setTyped(e.target.value); }}>
      <Picker title="Join with which incident?" searched hint="Words of its reports" choices={choices} chosen={[]} onClose={onClose} onPick={([other]) => {
        if (other) onJoin(() => send<Decision>("POST", "/api/incidents/join", { incidents: [incident, other], reason: "" }));
      }} />
    </div>
  );
}
