import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';
const SECRET_BYTES = 24;

export const newSecret = (): string => PREFIX + randomBytes(SECRET_BYTES).toString('base64');

/** Whether it is a secret as Standard Webhooks writes it: its prefix, then 24 to 64 bytes in base64. */
export function isSecret(text: string): boolean {
  if (!text.startsWith(PREFIX)) return false;
  const bytes = Buffer.from(text.slice(PREFIX.length), 'base64').length;
  return bytes >= SECRET_BYTES && bytes <= 64;
}

export interface Message {
  readonly id: string;
  readonly at: Date;
  readonly body: string;
}

const MS_PER_SECOND = 1_000;

/** The headers of Standard Webhooks: whoever holds the secret can prove that the body is ours, and how old it is. */
export function signedHeaders({ id, at, body }: Message, secret: string): Readonly<Record<string, string>> {
  const seconds = Math.floor(at.getTime() / MS_PER_SECOND);
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': `v1,${signature}` };
}
