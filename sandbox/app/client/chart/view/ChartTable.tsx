import type { ChartData } from '../model/chartData.js';

/** The numbers of a chart as a table: for those who do not see the picture. */
export function ChartTable({ data, caption }: { readonly data: ChartData; readonly caption: string }) {
  return (
    <div class="visually-hidden">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{data.categoryTitle}</th>
            {data.series.map(({ name }, index) => (
              <th key={index} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.categories.map(({ long }, index) => (
            <tr key={index}>
              <th scope="row">{long}</th>
              {data.series.map(({ texts }, series) => (
                <td key={series}>{texts[index] === '' ? '0' : texts[index]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
