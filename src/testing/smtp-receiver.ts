import { type AddressInfo, createServer, type Socket } from 'node:net';

export interface SmtpReceiver {
  readonly url: string;
  /** What was taken in, each with its headers and its words. */
  readonly received: readonly string[];
  /** What it answers to the next messages: `250 ok` when there is nothing here. */
  readonly refusals: string[];
  close(): Promise<void>;
}

/** As much of a mail server as takes a message or refuses it. */
export async function receiveMail(): Promise<SmtpReceiver> {
  const received: string[] = [];
  const refusals: string[] = [];
  const server = createServer((socket) => converse(socket, received, refusals));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    refusals,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function converse(socket: Socket, received: string[], refusals: string[]): void {
  let waiting = '';
  let inMessage = false;
  socket.on('error', () => undefined);
  socket.write('220 receiver.test\r\n');
  socket.on('data', (bytes: Buffer) => {
    waiting += bytes;
    for (;;) {
      const end = inMessage ? '\r\n.\r\n' : '\r\n';
      const at = waiting.indexOf(end);
      if (at < 0) return;
      const said = waiting.slice(0, at);
      waiting = waiting.slice(at + end.length);
      if (inMessage) {
        inMessage = false;
        const refusal = refusals.shift();
        if (refusal === undefined) received.push(said);
        socket.write(`${refusal ?? '250 ok'}\r\n`);
      } else {
        inMessage = said.toUpperCase() === 'DATA';
        socket.write(
          inMessage ? '354 go on\r\n' : said.toUpperCase() === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n',
        );
      }
    }
  });
}
