import { describe, expect, it } from '@jest/globals';
import { askedFor, type Signal } from '../../../../plugins/host/telemetry/otlp/endpoint.js';

const all: readonly Signal[] = ['traces', 'metrics'];
const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' };

describe('what is exported', () => {
  it.each<[string, Record<string, string>, readonly Signal[]]>([
    ['nothing without an endpoint', {}, []],
    ['nothing where it is empty', { OTEL_EXPORTER_OTLP_ENDPOINT: ' ' }, []],
    ['everything to the common endpoint', endpoint, all],
    ['the signal that has one of its own', { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://a/x' }, ['traces']],
    ['nothing where the SDK is disabled', { ...endpoint, OTEL_SDK_DISABLED: 'true' }, []],
    ['no signal whose exporter is none', { ...endpoint, OTEL_METRICS_EXPORTER: 'none' }, ['traces']],
  ])('is %s', (_name, environment, signals) => {
    expect(askedFor(environment)).toEqual({ signals, problems: [] });
  });

  it.each<[Record<string, string>, readonly Signal[], RegExp]>([
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector-k3y:4318' }, [], /^OTEL_EXPORTER_OTLP_ENDPOINT is no http/],
    [{ ...endpoint, OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: 'k3y' }, ['traces'], /^OTEL_EXPORTER_OTLP_METRICS_/],
    [{ ...endpoint, OTEL_TRACES_EXPORTER: 'k3y' }, ['metrics'], /OTEL_TRACES_EXPORTER may be otlp or none/],
    [{ ...endpoint, OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }, all, /the protocol of traces is http\/protobuf/],
  ])('%j is told as a problem, without its value', (environment, signals, problem) => {
    const asked = askedFor(environment);
    expect(asked.signals).toEqual(signals);
    expect(asked.problems[0]).toMatch(problem);
    expect(asked.problems.join()).not.toContain('k3y');
  });
});
