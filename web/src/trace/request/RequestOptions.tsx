import { NumberInput, SegmentedControl, Select, Switch, Textarea, TextInput } from '@mantine/core';
import type { TraceProtocol, TraceRequest } from '@portolan/model';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useSessionState } from '../../session/session-context.ts';
import { selectTopology } from '../../session/session-selectors.ts';
import styles from './RequestOptions.module.css';

interface RequestOptionsProps {
  readonly request: TraceRequest;
  readonly onChange: (request: TraceRequest) => void;
  readonly onClose: () => void;
}

const PROTOCOLS: readonly { readonly value: TraceProtocol; readonly label: string }[] = [
  { value: 'http', label: 'HTTP' },
  { value: 'http2', label: 'HTTP/2' },
  { value: 'https', label: 'HTTPS' },
  { value: 'tls', label: 'TLS' },
  { value: 'tcp', label: 'TCP' },
];

/** Everything about a request that its address does not say. */
export function RequestOptions({ request, onChange, onClose }: RequestOptionsProps): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  useCloseOutside(box, onClose);
  const change = (part: Partial<TraceRequest>) => onChange({ ...request, ...part });
  return (
    <div
      ref={box}
      className={styles.box}
      role="dialog"
      aria-label="More about the request"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label="Protocol"
        data={PROTOCOLS.map((one) => ({ ...one }))}
        value={request.protocol}
        onChange={(value) => change(withProtocol(request, value as TraceProtocol))}
      />
      <div className={styles.pair}>
        <EntrySelect value={request.gateway} onChange={(gateway) => change({ gateway })} />
        <PortField value={request.port} onChange={(port) => change({ port })} />
      </div>
      {speaksHttp(request) && (
        <TextInput
          size="xs"
          label="Host header"
          spellCheck={false}
          value={request.host}
          onChange={({ currentTarget }) => change({ host: currentTarget.value })}
        />
      )}
      {beginsTls(request) && <TlsFields request={request} onChange={change} />}
      {speaksHttp(request) && (
        <HeadersField request={request} onChange={(headers) => change({ headers })} />
      )}
    </div>
  );
}

function speaksHttp({ protocol }: TraceRequest): boolean {
  return protocol !== 'tcp' && protocol !== 'tls';
}

function beginsTls({ protocol }: Pick<TraceRequest, 'protocol'>): boolean {
  return protocol === 'https' || protocol === 'tls';
}

interface PortFieldProps {
  readonly value: number;
  readonly onChange: (port: number) => void;
}

function PortField({ value, onChange }: PortFieldProps): ReactElement {
  return (
    <NumberInput
      size="xs"
      label="Port"
      min={1}
      max={MOST_PORT}
      allowDecimal={false}
      allowNegative={false}
      hideControls
      value={value}
      onChange={(typed) => {
        const port = Number(typed);
        if (port >= 1 && port <= MOST_PORT) onChange(port);
      }}
    />
  );
}

const MOST_PORT = 65_535;

interface TlsFieldsProps {
  readonly request: TraceRequest;
  readonly onChange: (part: Partial<TraceRequest>) => void;
}

function TlsFields({ request, onChange }: TlsFieldsProps): ReactElement {
  return (
    <>
      <TextInput
        size="xs"
        label="Server name (SNI)"
        placeholder="None is sent"
        spellCheck={false}
        value={request.sni ?? ''}
        onChange={({ currentTarget }) => onChange({ sni: currentTarget.value || null })}
      />
      <Switch
        size="xs"
        label="The client shows a certificate that the gateway trusts"
        checked={request.clientCertificate}
        onChange={({ currentTarget }) => onChange({ clientCertificate: currentTarget.checked })}
      />
    </>
  );
}

/** TLS begins with the host's name where the client has no reason to say another. */
function withProtocol(request: TraceRequest, protocol: TraceProtocol): Partial<TraceRequest> {
  const hasTls = beginsTls({ protocol });
  const hadTls = beginsTls(request);
  if (hasTls === hadTls) return { protocol };
  const name = request.host.replace(/:\d+$/, '');
  const port = hasTls && request.port === 80 ? 443 : !hasTls && request.port === 443 ? 80 : null;
  return {
    protocol,
    sni: hasTls && name !== '' ? name : null,
    clientCertificate: hasTls && request.clientCertificate,
    ...(port === null ? {} : { port }),
  };
}

interface EntrySelectProps {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

const ANYWHERE = 'Where the host is known';

function EntrySelect({ value, onChange }: EntrySelectProps): ReactElement {
  const { nodes } = useSessionState(selectTopology);
  const entries = nodes.filter(({ kind }) => kind === 'Gateway' || kind === 'LoadBalancer');
  const names = new Set(entries.map(({ namespace, name }) => `${namespace}/${name}`));
  if (value !== null) names.add(value);
  return (
    <Select
      size="xs"
      label="Comes in at"
      data={[ANYWHERE, ...names]}
      value={value ?? ANYWHERE}
      allowDeselect={false}
      comboboxProps={{ withinPortal: false }}
      onChange={(chosen) => onChange(chosen === ANYWHERE ? null : chosen)}
    />
  );
}

interface HeadersFieldProps {
  readonly request: TraceRequest;
  readonly onChange: (headers: TraceRequest['headers']) => void;
}

function HeadersField({ request, onChange }: HeadersFieldProps): ReactElement {
  const [text, setText] = useState(() => writeHeaders(request.headers));
  return (
    <Textarea
      size="xs"
      label="Headers"
      placeholder={'x-tester: yes\ncookie: user=jane'}
      spellCheck={false}
      rows={3}
      value={text}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        onChange(readHeaders(currentTarget.value));
      }}
    />
  );
}

function writeHeaders(headers: TraceRequest['headers']): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

/** One header a line; a line without a colon is not yet one. */
function readHeaders(text: string): TraceRequest['headers'] {
  const headers = new Map<string, string>();
  for (const line of text.split('\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (name === '') continue;
    const value = line.slice(colon + 1).trim();
    const before = headers.get(name);
    headers.set(name, before === undefined ? value : `${before},${value}`);
  }
  return Object.fromEntries(headers);
}

function useCloseOutside(box: { readonly current: HTMLElement | null }, onClose: () => void): void {
  const latest = useRef(onClose);
  latest.current = onClose;
  useEffect(() => {
    const first = box.current?.querySelector<HTMLElement>('input:checked, input');
    first?.focus();
    const onPointer = ({ target }: PointerEvent) => {
      const form = box.current?.closest('form');
      if (target instanceof Node && !form?.contains(target)) latest.current();
    };
    document.addEventListener('pointerdown', onPointer);
    return () => document.removeEventListener('pointerdown', onPointer);
  }, [box]);
}
