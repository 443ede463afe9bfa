import { colourOf } from './plot.js';

/** Which colour is what. Decoration for those who see: the table beside the picture says the same. */
export function Legend({ entries }: { readonly entries: readonly { name: string; text?: string }[] }) {
  return (
    <ul class="chart-legend" aria-hidden="true">
      {entries.map(({ name, text }, index) => (
        <li key={index} class={colourOf(index)}>
          <span class="chart-swatch" />
          <span class="chart-legend-name">{name}</span>
          {text !== undefined && <strong>{text}</strong>}
        </li>
      ))}
    </ul>
  );
}
