import { createSocket, type Socket } from 'node:dgram';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on this machine that remembers who comes to it, by HTTP, by WebSocket or by UDP. Close it. */
export class Beacon {
  /** The paths that were asked for; `UDP` where a packet came. */
  readonly asked: string[] = [];

  private constructor(
    private readonly server: Server,
    private readonly socket: Socket,
  ) {
    server.on('request', (request, response) => {
      this.asked.push(request.url ?? '');
      response
        .setHeader('access-control-allow-origin', '*')
        .setHeader('content-type', typeOf(request.url ?? ''))
        .end();
    });
    server.on('upgrade', (request, connection) => {
      this.asked.push(request.url ?? '');
      connection.destroy();
    });
    socket.on('message', () => this.asked.push('UDP'));
  }

  static async open(): Promise<Beacon> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const socket = createSocket('udp4');
    const { port } = server.address() as AddressInfo;
    await new Promise<void>((resolve) => socket.bind(port, '127.0.0.1', resolve));
    return new Beacon(server, socket);
  }

  /** The address without a slash at its end. */
  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
    this.socket.close();
  }
}

/** Browsers run no script and take no style of another type. */
function typeOf(path: string): string {
  if (path.endsWith('.js')) return 'text/javascript';
  return path.endsWith('.css') ? 'text/css' : 'text/html';
}
