import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** A key pair with a certificate for it, made anew for each test run, so that no private key lies in the repository. */
export interface SelfSigned {
  /** PEM. */
  readonly certificate: string;
  /** PEM, PKCS #8. */
  readonly privateKey: string;
  /** SHA-256 of the certificate, hex in upper case: what MSAL asks for. */
  readonly thumbprintSha256: string;
}

/** Makes a self-signed X.509 certificate (RSA 2048, SHA-256), valid from yesterday for a year. */
export function selfSignedCertificate(name: string): SelfSigned {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const content = toBeSigned(name, publicKey);
  const signature = sign('sha256', content, privateKey);
  const der = sequence(content, sha256WithRsa, tagged(0x03, Buffer.from([0]), signature));
  return {
    certificate: pem('CERTIFICATE', der),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    thumbprintSha256: createHash('sha256').update(der).digest('hex').toUpperCase(),
  };
}

const sha256WithRsa = sequence(tagged(0x06, Buffer.from('2a864886f70d01010b', 'hex')), tagged(0x05));
const commonName = tagged(0x06, Buffer.from('550403', 'hex'));

function toBeSigned(name: string, publicKey: KeyObject): Buffer {
  const day = 86_400_000;
  const serial = tagged(0x02, Buffer.from([1]), randomBytes(15));
  const subject = sequence(tagged(0x31, sequence(commonName, tagged(0x0c, Buffer.from(name)))));
  const validity = sequence(time(Date.now() - day), time(Date.now() + 365 * day));
  const keyInfo = publicKey.export({ type: 'spki', format: 'der' });
  return sequence(serial, sha256WithRsa, subject, validity, subject, keyInfo);
}

/** UTCTime: `YYMMDDHHMMSSZ`. */
function time(milliseconds: number): Buffer {
  const digits = new Date(milliseconds).toISOString().replace(/\D/g, '');
  return tagged(0x17, Buffer.from(`${digits.slice(2, 14)}Z`));
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, ...parts);
}

/** One DER value: tag, length, content. */
function tagged(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const head =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...head]), content]);
}

function pem(label: string, der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}
