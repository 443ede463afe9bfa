import { createHash, createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isNativeError } from 'node:util/types';
import { invitationError } from '../../errors/invitationError.js';

/** What MSAL wants to know of a certificate. */
export interface ClientCertificate {
  /** SHA-256 of the certificate, hexadecimal. */
  readonly thumbprintSha256: string;
  /** PEM, PKCS #8. */
  readonly privateKey: string;
  /** The certificates of the file, PEM: lets Entra ID check them by issuer and subject name. */
  readonly x5c: string;
}

const certificateBlock = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;
const privateKeyBlock =
  /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----[\s\S]+?-----END (?:[A-Z]+ )?PRIVATE KEY-----/;

/**
 * Reads a PEM file with a certificate (and its chain) and an unencrypted private key, in any order.
 * @throws InvitationError INV_CERTIFICATE_UNREADABLE
 */
export function readCertificate(path: string): ClientCertificate {
  try {
    const text = readFileSync(path, 'utf8');
    const certificates = text.match(certificateBlock);
    const key = privateKeyBlock.exec(text)?.[0];
    if (!certificates) throw new Error('the file holds no certificate');
    if (!key) throw new Error('the file holds no private key');
    const [first = ''] = certificates;
    const certificate = new X509Certificate(first);
    const privateKey = createPrivateKey(key);
    if (!certificate.checkPrivateKey(privateKey))
      throw new Error('the private key does not belong to the certificate');
    return {
      thumbprintSha256: createHash('sha256').update(certificate.raw).digest('hex'),
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      x5c: certificates.join('\n'),
    };
  } catch (cause) {
    const reason = reasonOf(cause);
    throw invitationError('INV_CERTIFICATE_UNREADABLE', { reason }, { cause });
  }
}

/** System errors name the path, which may be anybody's home; their code says enough. */
function reasonOf(error: unknown): string {
  if (!isNativeError(error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES') return 'the service may not read the file';
  return code ?? error.message;
}
