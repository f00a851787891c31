import type { ClientView } from './trace.ts';
import type { TraceRequest } from './trace-request.ts';

/** What curl says where nothing listens. */
export function connectionRefused(request: TraceRequest): ClientView {
  const host = nameOf(request);
  return {
    curl: `curl: (7) Failed to connect to ${host} port ${request.podPort ?? request.port}: Connection refused`,
    exitCode: 7,
  };
}

/** What curl says where the connection is closed while TLS begins, or at once without TLS. */
export function connectionReset(request: TraceRequest, isTls: boolean): ClientView {
  return isTls
    ? {
        curl: `curl: (35) OpenSSL SSL_connect: SSL_ERROR_SYSCALL in connection to ${nameOf(request)}:${request.podPort ?? request.port}`,
        exitCode: 35,
      }
    : { curl: 'curl: (56) Recv failure: Connection reset by peer', exitCode: 56 };
}

/** What curl says where it speaks plain text and the gateway waits for TLS. */
export const EMPTY_REPLY: ClientView = {
  curl: 'curl: (52) Empty reply from server',
  exitCode: 52,
};

/** What curl says where it begins TLS and the gateway answers in plain text. */
export const WRONG_VERSION: ClientView = {
  curl: 'curl: (35) error:0A00010B:SSL routines::wrong version number',
  exitCode: 35,
};

/** What curl says where it shows no certificate, and has to. */
export const CERTIFICATE_REQUIRED: ClientView = {
  curl: 'curl: (56) OpenSSL SSL_read: error:0A00045C:SSL routines::tlsv13 alert certificate required',
  exitCode: 56,
};

function nameOf({ host, sni }: TraceRequest): string {
  return host.replace(/:\d+$/, '') || (sni ?? 'the gateway');
}
