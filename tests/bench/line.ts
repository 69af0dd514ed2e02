/**
 * A slow connection between the browser and a server: every byte in time, whoever asks for it.
 *
 * The browser's own throttling leaves out what a worker fetches, and search lives in one, so the line is made of wire: a
 * proxy that answers a new connection after one round trip, lets every piece travel half of one each way, and shares
 * its width among all connections. What TLS would add is left out, for all alike.
 */
import { createServer, connect, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export interface Line {
  readonly roundTripMs: number;
  readonly downBytesPerSecond: number;
  readonly upBytesPerSecond: number;
}

/** Lighthouse's “slow 4G”. */
export const SLOW: Line = { roundTripMs: 150, downBytesPerSecond: 1_600_000 / 8, upBytesPerSecond: 750_000 / 8 };

const PIECE = 1460 * 4;

/** When each piece of a stream comes out of a line of this width, if all that goes through it waits its turn: milliseconds. */
export function turns(bytesPerSecond: number): (now: number, bytes: number) => number {
  let free = 0;
  return (now, bytes) => (free = Math.max(now, free) + (bytes / bytesPerSecond) * 1000);
}

/** A proxy to a port of this machine behind such a line. Not yet listening. */
export function slowServer(port: number, { roundTripMs, downBytesPerSecond, upBytesPerSecond }: Line): Server {
  const down = turns(downBytesPerSecond);
  const up = turns(upBytesPerSecond);
  return createServer({ noDelay: true }, async (browser) => {
    const server = connect({ port, host: '127.0.0.1', noDelay: true });
    // What the server has said before it hangs up is still on its way; a browser that hangs up wants no more.
    browser.on('error', () => server.destroy()).on('close', () => server.destroy());
    server.on('error', () => browser.destroy());
    browser.pause();
    // The connection itself takes a round trip.
    await pause(roundTripMs);
    carry(browser, server, up, roundTripMs / 2);
    carry(server, browser, down, roundTripMs / 2);
  });
}

function carry(from: Socket, to: Socket, turn: ReturnType<typeof turns>, delay: number): void {
  from.on('data', (data: Buffer) => {
    for (let at = 0; at < data.length; at += PIECE) {
      const piece = data.subarray(at, at + PIECE);
      const now = performance.now();
      setTimeout(() => to.destroyed || to.write(piece), turn(now, piece.length) + delay - now);
    }
  });
  from.on('end', () => {
    const now = performance.now();
    setTimeout(() => to.end(), turn(now, 0) + delay - now + 1);
  });
  from.resume();
}
