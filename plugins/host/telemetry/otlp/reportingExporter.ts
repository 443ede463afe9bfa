import type { ExportReport, ExportResult } from './exportReport.js';

interface Exporter<Items> {
  export(items: Items, done: (result: ExportResult) => void): void;
}

/** Has each result of an exporter told, before whoever asked for the export gets it. */
export function reportingExporter<Items, E extends Exporter<Items>>(exporter: E, report: ExportReport): E {
  const send = exporter.export.bind(exporter);
  exporter.export = (items, done) => {
    send(items, (result) => {
      report(result);
      done(result);
    });
  };
  return exporter;
}
