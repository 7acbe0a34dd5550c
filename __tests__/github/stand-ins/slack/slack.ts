import { readFileSync } from 'node:fs';

const { env } = process;
if (env['INPUT_WEBHOOK-TYPE'] !== 'incoming-webhook') throw new Error('This is no incoming webhook.');
const payload: unknown = JSON.parse(readFileSync(env['INPUT_PAYLOAD-FILE-PATH'] ?? '', 'utf8'));
const answer = await fetch(env['INPUT_WEBHOOK'] ?? '', {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(payload),
});
if (!answer.ok) throw new Error(`Slack answered ${String(answer.status)}.`);
