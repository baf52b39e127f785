// A modal window on the browser's own <dialog>: focus stays inside, Escape closes it.

import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Icon } from "./bits";

export function Dialog({ title, onClose, wide = false, children }: {
  title: string; onClose: () => void; wide?: boolean; children: ComponentChildren;
}) {
  const box = useRef<HTMLDialogElement>(null);
  // At once, not after the next frame: what is typed right after the key that opens it belongs to the window.
  useLayoutEffect(() => {
    const back = document.activeElement;
    box.current?.showModal();
    return () => {
      if (back instanceof HTMLElement) back.focus();
    };
  }, []);
  return (
    <dialog
      ref={box}
      class={wide ? "wide" : ""}
      aria-label={title}
      onClose={onClose}
      onClick={(event) => { if (event.target === box.current) onClose(); }}
    >
      <div class="dialog-body">
        <header>
          <h2>{title}</h2>
          <button type="button" class="plain" aria-label="Close" onClick={onClose}><Icon name="close" /></button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
