import type { Judge } from '../judge.ts';
import { judgeLabels, judgePort } from '../parts/judge-values.ts';
import { at, isFilled, isSet, itemsOf, numberOf, type Place, textOf } from '../place.ts';

/** All that Istio's validation says of a WorkloadGroup: of its template and its probe. */
export function validateWorkloadGroup(judge: Judge, manifest: Place): void {
  const spec = at(manifest, 'spec');
  if (!isSet(at(spec, 'template'))) {
    judge.refuse(
      at(spec, 'template'),
      'template is required',
      'A WorkloadGroup says what its workloads have in common. Write it under template.',
    );
    return;
  }
  judgeLabels(judge, at(spec, 'metadata', 'labels'));
  if (isSet(at(spec, 'probe'))) judgeProbe(judge, at(spec, 'probe'));
}

const COUNTS = [
  'periodSeconds',
  'initialDelaySeconds',
  'timeoutSeconds',
  'successThreshold',
  'failureThreshold',
];

function judgeProbe(judge: Judge, probe: Place): void {
  for (const name of COUNTS)
    if (numberOf(at(probe, name)) < 0)
      judge.refuse(
        at(probe, name),
        `${name} must be non-negative`,
        `"${name}" counts something, so it cannot be less than 0.`,
      );
  const [httpGet, tcpSocket, exec] = [
    at(probe, 'httpGet'),
    at(probe, 'tcpSocket'),
    at(probe, 'exec'),
  ];
  if (isSet(httpGet)) judgeHttpGet(judge, httpGet);
  else if (isSet(tcpSocket)) judgePort(judge, at(tcpSocket, 'port'));
  else if (isSet(exec)) judgeExec(judge, exec);
  else
    judge.refuse(
      probe,
      'unknown health check method <nil>',
      'The probe does not say how it asks. Write httpGet, tcpSocket or exec.',
    );
}

function judgeExec(judge: Judge, exec: Place): void {
  if (!isFilled(at(exec, 'command')))
    judge.refuse(
      exec,
      'exec.command is required',
      'The probe runs a command, and none is written. Write it under command.',
    );
}

function judgeHttpGet(judge: Judge, httpGet: Place): void {
  judgePort(judge, at(httpGet, 'port'));
  const scheme = at(httpGet, 'scheme');
  if (!['', 'HTTP', 'HTTPS'].includes(textOf(scheme)))
    judge.refuse(
      scheme,
      'httpGet.scheme must be one of "HTTPS", "HTTP"',
      'A probe asks by HTTP or HTTPS, in capital letters.',
    );
  for (const header of itemsOf(at(httpGet, 'httpHeaders'))) judgeHeader(judge, header);
}

function judgeHeader(judge: Judge, header: Place): void {
  const name = at(header, 'name');
  if (!isSet(header))
    judge.refuse(header, 'invalid nil header', 'Nothing is written for this header.');
  else if (textOf(name) === '')
    judge.refuse(
      name,
      'header name cannot be empty',
      'This header has no name. Write the name that is sent.',
    );
  else if (!/^[-A-Za-z0-9]+$/.test(textOf(name)))
    judge.refuse(
      name,
      `header name ${textOf(name)} is not a valid header name`,
      'The name of a header has letters, digits and "-" only.',
    );
}
