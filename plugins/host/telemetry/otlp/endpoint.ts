/** A signal that is exported, and the variables' name of it. */
export type Signal = 'traces' | 'metrics';

type Environment = Readonly<Record<string, string | undefined>>;

/** What the standard variables ask for. */
export interface Asked {
  readonly signals: readonly Signal[];
  /** What they ask for in vain, a sentence each; never a value that could hold a secret. */
  readonly problems: readonly string[];
}

/**
 * Which signals are to be exported: those that have an endpoint (OTEL_EXPORTER_OTLP_ENDPOINT, or that of the signal) and are not switched
 * off by OTEL_SDK_DISABLED or by the exporter `none` (OpenTelemetry, environment variable specification). Without an endpoint nothing
 * is sent anywhere, though the specification has a default: nobody gets telemetry unasked.
 */
export function askedFor(environment: Environment): Asked {
  const problems: string[] = [];
  const valueOf = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const wanted = (signal: Signal): boolean => {
    const upper = signal.toUpperCase();
    const own = `OTEL_EXPORTER_OTLP_${upper}_ENDPOINT`;
    const name = valueOf(own) === undefined ? 'OTEL_EXPORTER_OTLP_ENDPOINT' : own;
    const endpoint = valueOf(name);
    const exporter = valueOf(`OTEL_${upper}_EXPORTER`) ?? 'otlp';
    if (endpoint === undefined || exporter === 'none') return false;
    if (exporter !== 'otlp') {
      problems.push(`OTEL_${upper}_EXPORTER may be otlp or none; ${signal} are not exported`);
      return false;
    }
    if (!isAddress(endpoint)) {
      problems.push(`${name} is no http or https address; ${signal} are not exported`);
      return false;
    }
    const protocol =
      valueOf(`OTEL_EXPORTER_OTLP_${upper}_PROTOCOL`) ?? valueOf('OTEL_EXPORTER_OTLP_PROTOCOL');
    if (protocol !== undefined && protocol !== 'http/protobuf')
      problems.push(`the protocol of ${signal} is http/protobuf whatever OTEL_EXPORTER_OTLP_PROTOCOL says`);
    return true;
  };
  if (valueOf('OTEL_SDK_DISABLED')?.toLowerCase() === 'true') return { signals: [], problems };
  return { signals: (['traces', 'metrics'] as const).filter(wanted), problems };
}

const isAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
