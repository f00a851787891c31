import { resolveHost } from '../../../resources/host-name.ts';
import { meantTexts } from '../../../schema/values/meant-texts.ts';
import { findUnroutedService } from '../../commands/loose-ends.ts';
import { toWeights } from '../../commands/route-weights.ts';
import type { EditCommand, FieldValue } from '../../edit-command.ts';
import { isRecord, valueAt } from '../../fields/field-operation.ts';
import { appendItem, removeField, setField, takeOut, textHere, writeFix } from '../fix-field.ts';
import type { Fixable, QuickFix } from '../quick-fix.ts';
import { fixOldField } from '../structure/fix-old-field.ts';
import { clamp, either, type RuleFixer, rewrite, takeOutBeside, write } from './rule-fixer.ts';

/** VirtualServices and their routes. */
export const ROUTE_RULES: readonly RuleFixer[] = [
  [/^wildcard host \* is not allowed/, putOnGateway],
  [/^duplicate hosts in virtual service/, takeOut],
  [/^http, tcp or tls must be provided/, addRoute],
  [/^delegate virtual service must have no /, leaveHttp],
  [/^root HTTP route .* must not specify /, either(takeOut, takeOutBeside('delegate'))],
  [/cannot contain both mirror and mirrors/, joinMirrors],
  [/cannot contain both (?:\w+) and redirect/, either(takeOut, takeOutBeside('redirect'))],
  [
    /cannot contain both (?:\w+) and direct_response/,
    either(takeOut, takeOutBeside('directResponse')),
  ],
  [/cannot contain both direct_response and redirect/, either(takeOut, takeOutBeside('redirect'))],
  [/^header match .* cannot be null/, write({ regex: '.*' })],
  [/^http retry policy configured when attempts/, askAgain],
  [
    /is not a valid retryOn policy/,
    rewrite((text) => meantTexts('retry-conditions', text)[0] ?? null),
  ],
  [/^rewrite may only contain one of/, either(takeOut, takeOutBeside('uri'))],
  [/^rewrite must specify at least one/, takeOut],
  [/is not a valid redirect code/, write(301, 302)],
  [/^invalid redirect scheme/, rewrite(readScheme)],
  [/^weight -?\d+ < 0/, write(0)],
  [/^total destination weight = 0/, shareEqually],
  [
    /is not a supported HTTP method/,
    rewrite((text) => meantTexts('http-method', text.toUpperCase())[0] ?? text.toUpperCase()),
  ],
  [/^max_age duration is accurate only/, rewrite((text) => meantTexts('seconds', text)[0] ?? null)],
  [/^authority header cannot be set multiple/, takeOut],
  [/^HTTP fault injection must have an abort/, takeOut],
  [/^exponentialDelay not supported/, fixOldField],
  [/^percentage .* is neither 0\.0/, clamp],
  [/must have a max value of 100/, write(100)],
  [/must have a min value of 0/, write(0)],
  [/^using deprecated setting "mirrorPercent"/, fixOldField],
  [/^SNI host .* is not a compatible subset/, addSniHost],
  [/^TLS match must have at least one SNI host/, nameHosts],
  [/^TLS route must have at least one match/, matchHosts],
  [/^HTTP status .* is not in range/, answerStatus],
];

/** For the mesh `*` is no host: the only Gateway of the text, and the mesh no more. */
function putOnGateway({ snapshot, resource }: Fixable): readonly QuickFix[] {
  const { details, namespace } = resource;
  const named = (details.type === 'VirtualService' ? details.gateways : null) ?? [];
  const others = named.filter((text) => text !== 'mesh');
  const path = ['spec', 'gateways'];
  if (others.length > 0)
    return [
      {
        title: 'Take mesh out of its gateways',
        commands: [removeField(resource.id, [...path, named.indexOf('mesh')])],
      },
    ];
  const gateways = snapshot.resources.filter((one) => one.details.type === 'Gateway');
  const [gateway] = gateways;
  if (gateway === undefined || gateways.length > 1) return [];
  const text =
    gateway.namespace === namespace ? gateway.name : `${gateway.namespace}/${gateway.name}`;
  return [
    { title: `Put it on the Gateway ${text}`, commands: [setField(resource.id, path, [text])] },
  ];
}

/** A delegate has http routes alone, and needs some. */
function leaveHttp(fixable: Fixable): readonly QuickFix[] {
  const { details } = fixable.resource;
  const hasRoutes = details.type === 'VirtualService' && details.http.length > 0;
  return hasRoutes || fixable.path.at(-1) === 'gateways' ? takeOut(fixable) : [];
}

function addRoute({ snapshot, resource }: Fixable): readonly QuickFix[] {
  // It has to lead somewhere.
  if (findUnroutedService(snapshot, resource.namespace) === undefined) return [];
  return [
    {
      title: 'Add a route',
      commands: [{ kind: 'add-route', resource: resource.id, protocol: 'http' }],
    },
  ];
}

function joinMirrors({ resource, path }: Fixable): readonly QuickFix[] {
  const route = path.slice(0, -1);
  const destination = valueAt(resource.value, path) as FieldValue;
  const percentage = valueAt(resource.value, [...route, 'mirrorPercentage']) as
    | FieldValue
    | undefined;
  const entry: FieldValue =
    percentage === undefined ? { destination } : { destination, percentage };
  const commands: EditCommand[] = [
    appendItem(resource, [...route, 'mirrors'], entry),
    removeField(resource.id, path),
  ];
  if (percentage !== undefined)
    commands.push(removeField(resource.id, [...route, 'mirrorPercentage']));
  return [{ title: 'Put the mirror among the mirrors', commands }];
}

function askAgain({ resource, path }: Fixable): readonly QuickFix[] {
  const retries = path.slice(0, path.lastIndexOf('retries') + 1);
  return [
    {
      title: 'Try again twice: attempts 2',
      commands: [setField(resource.id, [...retries, 'attempts'], 2)],
    },
    { title: 'Take retries out', commands: [removeField(resource.id, retries)] },
  ];
}

function readScheme(text: string): string | null {
  const scheme = text.toLowerCase().replace(/:?\/*$/, '');
  return scheme === 'http' || scheme === 'https' ? scheme : null;
}

function shareEqually({ resource, path }: Fixable): readonly QuickFix[] {
  const [, protocol, index] = path;
  const list = valueAt(resource.value, path);
  const isRoute = protocol === 'http' || protocol === 'tls' || protocol === 'tcp';
  if (!Array.isArray(list) || !isRoute || typeof index !== 'number') return [];
  const weights = toWeights(list.map(() => 1 / list.length));
  return [
    {
      title: `Give them the weights ${weights.join(' and ')}`,
      commands: [
        { kind: 'set-weights', resource: resource.id, route: { protocol, index }, weights },
      ],
    },
  ];
}

function addSniHost(fixable: Fixable): readonly QuickFix[] {
  const host = textHere(fixable);
  if (host === null) return [];
  const list = valueAt(fixable.resource.value, fixable.path.slice(0, -1));
  const isOnly = Array.isArray(list) && list.length < 2;
  return [
    {
      title: `Add ${host} to the hosts of the VirtualService`,
      commands: [appendItem(fixable.resource, ['spec', 'hosts'], host)],
    },
    ...(isOnly ? [] : takeOut(fixable)),
  ];
}

function wholeHosts({ snapshot, resource }: Fixable): readonly string[] {
  const { details, namespace } = resource;
  const hosts = details.type === 'VirtualService' ? details.hosts : [];
  return hosts.map((host) => resolveHost(host, namespace, snapshot.assumptions));
}

function nameHosts(fixable: Fixable): readonly QuickFix[] {
  const hosts = wholeHosts(fixable);
  return hosts.length === 0 ? [] : [writeFix(fixable, hosts)];
}

function matchHosts(fixable: Fixable): readonly QuickFix[] {
  const sniHosts = wholeHosts(fixable);
  return sniHosts.length === 0 ? [] : [writeFix(fixable, [{ sniHosts }])];
}

/** Of an answer that a route gives itself; what a fault should answer only its author knows. */
function answerStatus(fixable: Fixable): readonly QuickFix[] {
  const isAnswer = fixable.path.includes('directResponse') && isRecord(fixable.resource.value);
  return isAnswer ? [200, 404, 503].map((status) => writeFix(fixable, status)) : [];
}
