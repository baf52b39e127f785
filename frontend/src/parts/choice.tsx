// A few choices beside one another, of which one holds.

export function Choice<T extends string>({ label, value, choices, onChoose }: {
  label: string; value: T; choices: readonly { value: T; words: string; title?: string }[]; onChoose: (value: T) => void;
}) {
  return (
    <span class="choice joined" role="group" aria-label={label}>
      {choices.map((one) => (
        <button key={one.value} type="button" class="button small" aria-pressed={one.value === value} title={one.title} onClick={() => onChoose(one.value)}>{one.words}</button>
      ))}
    </span>
  );
}
