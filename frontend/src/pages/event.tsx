// The address of one event: leads to its words in the reader.

import { useEffect } from "preact/hooks";
import type { EventPage } from "../api/types";
import { useLoad } from "../client";
import { Busy, Failed } from "../parts/bits";
import { go } from "../router";

export function EventRedirect({ id }: { id: string }) {
  const { data, failure, again } = useLoad<EventPage>(`/api/events/${encodeURIComponent(id)}`);
  useEffect(() => {
    if (data) go(`/articles/${encodeURIComponent(data.event.article.id)}?event=${encodeURIComponent(data.event.id)}`, "replace");
  }, [data]);
  return failure ? <Failed failure={failure} again={again} /> : <Busy what="Looking for the event" />;
}
