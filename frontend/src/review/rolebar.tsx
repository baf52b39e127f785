// What selected words may become: a button each, with its key.

import { Words } from "../parts/bits";

export function RoleBar<Role extends { key: string }>({ words, roles, say, onTake }: {
  words: string | null; // those that are selected
  roles: readonly Role[];
  say: (role: Role) => string;
  onTake: (role: Role) => void;
}) {
  return (
    <div class={words === null ? "role-bar" : "role-bar on"} role="toolbar" aria-label="Selected words become">
      <span class="role-bar-words">{words === null ? "Select words, then:" : <>“<Words text={words} most={40} />” is the</>}</span>
      {roles.map((one) => (
        // The button must not take the focus: the selection would be gone.
        <button key={one.key} type="button" class="button small" onMouseDown={(e) => e.preventDefault()} onClick={() => onTake(one)}>{say(one)}<kbd>{one.key}</kbd></button>
      ))}
    </div>
  );
}
