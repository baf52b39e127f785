// The width and height of an element as they change.

import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";

/** The size of an element in pixels, anew whenever it changes. */
export function useSize(ref: RefObject<Element>): { width: number; height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const watch = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: Math.round(entry.contentRect.width), height: Math.round(entry.contentRect.height) });
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return size;
}
