// A day as a filter: what is typed counts from the moment on that its year is whole.

import { useEffect, useState } from "preact/hooks";

interface Props { value?: string; label?: string; onDay: (day: string | undefined) => void }

/** While a year is typed, the browser tells the days of the years 2, 20 and 202: they are no answer yet. */
export function DayInput({ value = "", label, onDay }: Props) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  return (
    <input type="date" aria-label={label} value={typed} max="9999-12-31" onInput={(event) => setTyped(event.currentTarget.value)} onChange={(event) => {
      const day = event.currentTarget.value;
      if (day && day < "1000") return;
      onDay(day || undefined);
    }} />
  );
}
