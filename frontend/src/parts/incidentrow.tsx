// An incident as a line of a list.

import type { IncidentItem } from "../api/types";
import { briefWords, fieldWords, killedWords, moment, period, placeName, plural, sourceWords } from "../words";
import { PlaceMark, QuadMark, StatusTag, TypeTag, Words } from "./bits";

/** When it was found or changed, for lists of what is new; `since` is from when on that is asked for. */
export interface News { since: string | undefined }

export function IncidentRow({ incident, chosen = false, news = null, onPoint }: {
  incident: IncidentItem; chosen?: boolean; news?: News | null; onPoint?: (incident: IncidentItem | null) => void;
}) {
  const { place, killed } = incident;
  return (
    <li
      class={chosen ? "incident chosen" : "incident"}
      onMouseEnter={() => onPoint?.(incident)}
      onMouseLeave={() => onPoint?.(null)}
    >
      <QuadMark quad={incident.quad} />
      <div class="incident-date">{period(incident.start, incident.end)}</div>
      <div class="incident-body">
        <a href={`/incidents/${encodeURIComponent(incident.id)}`} onFocus={() => onPoint?.(incident)}><Words text={briefWords(incident.summary)} most={260} /></a>
        <div class="facts">
          <TypeTag type={incident.type} quad={null} modes={incident.modes} />
          <StatusTag status={incident.status} />
          {news && <Known incident={incident} since={news.since} />}
          {place && (place.name || place.country) && (
            <span class="fact"><PlaceMark precision={place.precision} /><Words text={placeName(place)} most={50} /></span>
          )}
          {killed && (killed.min || killed.max) ? <span class="fact deaths" title="In brackets: the least and the most that reports say">{killedWords(killed)}</span> : null}
          {incident.disputed.length > 0 && <span class="fact disputed" title={`Passages contradict one another on: ${incident.disputed.map((field) => fieldWords(field).toLowerCase()).join(", ")}`}>versions differ</span>}
          {incident.edited.length > 0 && <span class="fact" title={`Set by people: ${incident.edited.map((field) => fieldWords(field).toLowerCase()).join(", ")}`}>set by people</span>}
        </div>
      </div>
      <div class="incident-origins" title={`${sourceWords(incident.origins, incident.outlets.length)}${incident.outlets.length ? `: ${incident.outlets.join(", ")}` : ""}`}>
        <span class="dots" aria-hidden="true">{Array.from({ length: Math.min(5, incident.origins) }, (_, i) => <i key={i} />)}</span>
        {plural(incident.origins, "report")}
        {incident.outlets.length > incident.origins && <span class="carried">{plural(incident.outlets.length, "publisher")}</span>}
      </div>
    </li>
  );
}

function Known({ incident: { found, changed }, since }: { incident: IncidentItem; since: string | undefined }) {
  if (!found || !changed) return null;
  const isNew = found === changed || (since !== undefined && found >= since);
  return <span class="fact known-since" title={isNew ? undefined : `Found ${moment(found)}`}><b>{isNew ? "found" : "changed"}</b> {moment(isNew ? found : changed)}</span>;
}
