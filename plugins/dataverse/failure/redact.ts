const mailAddress = /[^\s'"<>()[\],;:]+@[^\s'"<>()[\],;:]+/g;
const maximumLength = 500;
/** Shorter values (`1`, `Single`) are words of the message far more often than an echo of what was sent. */
const shortestEcho = 6;

/** Every text anywhere inside a value. */
function* textsOf(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) yield* textsOf(part);
}

/**
 * A message of Dataverse fit for logs and for the rows admins read: Dataverse likes to quote the values it was sent, and among
 * them are invitation codes and mail addresses. Whatever was sent, and whatever looks like a mail address, becomes `…`.
 */
export function redact(message: string, sent: unknown = undefined): string {
  const echoes = [...textsOf(sent)].filter((text) => text.length >= shortestEcho);
  const withoutEchoes = echoes
    .sort((a, b) => b.length - a.length)
    .reduce((text, echo) => text.replaceAll(echo, '…'), message);
  const clean = withoutEchoes.replace(mailAddress, '…').replace(/\s+/g, ' ').trim();
  return clean.length > maximumLength ? `${clean.slice(0, maximumLength)}…` : clean;
}
