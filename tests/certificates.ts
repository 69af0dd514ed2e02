/** Certificates made for a test: signed by themselves, for the hosts and the days that the test wants (X.509, RFC 5280). */
import { generateKeyPairSync, sign } from 'node:crypto';

const element = (tag: number, ...content: Uint8Array[]): Buffer => {
  const body = Buffer.concat(content);
  const size = body.length < 128 ? [body.length] : body.length < 256 ? [0x81, body.length] : [0x82, body.length >> 8, body.length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
};
const sequence = (...content: Uint8Array[]) => element(0x30, ...content);
const oid = (hex: string) => element(0x06, Buffer.from(hex, 'hex'));
const ECDSA_WITH_SHA256 = sequence(oid('2a8648ce3d040302'));
const time = (day: string) => element(0x17, Buffer.from(`${day.replaceAll('-', '').slice(2)}000000Z`));

export interface Certificate { readonly key: string; readonly cert: string }

/** A certificate for `host`, good from one day to the other. */
export function certificateFor(host: string, from: string, to: string): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(element(0x31, sequence(oid('550403'), element(0x0c, Buffer.from(host)))));
  const subjectAltName = sequence(oid('551d11'), element(0x04, sequence(element(0x82, Buffer.from(host)))));
  const toBeSigned = sequence(
    element(0xa0, element(0x02, Buffer.from([2]))), element(0x02, Buffer.from([1])), ECDSA_WITH_SHA256, name, sequence(time(from), time(to)), name,
    publicKey.export({ type: 'spki', format: 'der' }), element(0xa3, sequence(subjectAltName)),
  );
  const whole = sequence(toBeSigned, ECDSA_WITH_SHA256, element(0x03, Buffer.from([0]), sign('sha256', toBeSigned, privateKey)));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    cert: `-----BEGIN CERTIFICATE-----\n${whole.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
  };
}
