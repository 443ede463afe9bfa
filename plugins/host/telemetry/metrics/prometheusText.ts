import { PrometheusSerializer } from '@opentelemetry/exporter-prometheus';
import { MetricReader } from '@opentelemetry/sdk-metrics';

/** Reads the instruments when it is asked to. It is not the exporter of the package: that one brings a web server. */
export class PrometheusText extends MetricReader {
  readonly #serializer = new PrometheusSerializer(undefined, false, undefined, false, true);

  /** The state of all instruments in Prometheus' text format 0.0.4. */
  async text(): Promise<string> {
    const { resourceMetrics } = await this.collect();
    return this.#serializer.serialize(resourceMetrics);
  }

  protected override async onForceFlush(): Promise<void> {
    // Nothing is kept back: who wants to know asks.
  }

  protected override async onShutdown(): Promise<void> {
    // Nothing to close.
  }
}
