// What is typed, once the typing rests: so that not every letter asks the server.

import { useEffect, useState } from "preact/hooks";

const REST = 200; // milliseconds

/** What is typed, once the keys have rested for a moment. */
export function useRested(typed: string): string {
  const [rested, setRested] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setRested(typed), REST);
    return () => clearTimeout(timer);
  }, [typed]);
  return rested.trim();
}
