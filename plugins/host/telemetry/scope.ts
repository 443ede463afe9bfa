/** Who measures and traces, as OpenTelemetry calls it: the instrumentation scope. Also the default `service.name`. */
export const scope = 'invitations';
