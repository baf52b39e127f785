// A button that opens a short list below it; a click elsewhere, a choice or Escape closes it.

import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Icon, type IconName } from "./bits";

export function Menu({ icon, words, label, small = false, children }: {
  icon: IconName; words: string; label?: string; small?: boolean; children: ComponentChildren;
}) {
  const box = useRef<HTMLDetailsElement>(null);
  const close = () => { if (box.current) box.current.open = false; };
  useEffect(() => {
    const outside = (event: Event) => { if (event.target instanceof Node && !box.current?.contains(event.target)) close(); };
    document.addEventListener("pointerdown", outside);
    return () => document.removeEventListener("pointerdown", outside);
  }, []);
  return (
    <details
      class="menu" ref={box}
      onFocusOut={(event) => { if (event.relatedTarget instanceof Node && !event.currentTarget.contains(event.relatedTarget)) close(); }}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !box.current?.open) return;
        event.stopPropagation();
        close();
        box.current.querySelector("summary")?.focus();
      }}
    >
      <summary class={small ? "button small" : "button"} aria-label={label}><Icon name={icon} /><span class="menu-words">{words}</span></summary>
      <div class="menu-body" onClick={(event) => { if (event.target instanceof Element && event.target.closest("a, button")) close(); }}>{children}</div>
    </details>
  );
}
