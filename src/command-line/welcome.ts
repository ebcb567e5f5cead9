import type { Config } from '../config.ts';

/** What `onemind serve` says once it is ready: where it is, where its data lies, and what an operator must know. */
export function welcome(
  address: string,
  config: Pick<Config, 'mode' | 'smtpUrl' | 'host'>,
  database: string,
): string {
  const lines = [`One Mind is ready at ${address}`, `  database: ${database}`];
  if (!config.smtpUrl) lines.push(mailLine(address, config.mode));
  lines.push('  stop:     Ctrl-C');
  if (config.mode === 'development' && !isLoopback(config.host)) {
    lines.push(
      '  WARNING:  others can reach this server, and in development mode it shows them all mail with its sign-in links.',
      '            For real use set NODE_ENV=production.',
    );
  }
  return `${lines.join('\n')}\n`;
}

function mailLine(address: string, mode: Config['mode']): string {
  return mode === 'production'
    ? '  WARNING:  no SMTP_URL is set, so no mail leaves and nobody can sign in by mail.'
    : `  mail:     ${address}/dev/outbox (no SMTP_URL is set)`;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}
