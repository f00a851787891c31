import { toWeights } from '../../commands/route-weights.ts';
import { isRecord, valueAt } from '../../fields/field-operation.ts';
import { isWritten, removeField, setField, takeOut, takeOutFix, writeAtFix } from '../fix-field.ts';
import type { Fixable, QuickFix } from '../quick-fix.ts';
import { fixOldField } from '../structure/fix-old-field.ts';
import { clamp, either, type RuleFixer, rewrite, takeOutBeside, write } from './rule-fixer.ts';

/** DestinationRules, and how connections are handled. */
export const TRAFFIC_RULES: readonly RuleFixer[] = [
  [/^traffic policy must have at least one field/, takeOut],
  [/^port traffic policy must have at least one field/, takeOut],
  [/^connection pool must have at least one field/, takeOut],
  [/^tunnel and proxyProtocol must not be set/, either(takeOut, takeOutBeside('tunnel'))],
  [/^tunnel protocol must be/, rewrite(readTunnel)],
  [/^outlier detection consecutive errors is deprecated/, fixOldField],
  [/^outlier detection consecutive local origin/, splitErrors],
  [/^percentage -?[\d.]+ is not in range 0\.\.100/, clamp],
  [/^consistent hash MinimumRingSize is deprecated/, fixOldField],
  [/^only one of MinimumRingSize or Maglev/, takeOutBeside('minimumRingSize')],
  [/^tableSize must /, write(65537)],
  [
    /^duplicate HttpCookie attribute/,
    ({ path, ...rest }) => [takeOutFix({ path, ...rest }, path.slice(0, -1))],
  ],
  [/^duration is required/, write('60s')],
  [/^minimumPercent value should be/, write(100)],
  [/^aggression should be greater than 0/, write(1)],
  [/when InsecureSkipVerify is set/, either(takeOut, takeOutBeside('insecureSkipVerify'))],
  [/^cannot specify client certificates or CA/, either(takeOut, takeOutBeside('credentialName'))],
  [/^duplicate subset names/, dropTwin],
  [
    /^can not simultaneously specify localityLb/,
    either(takeOut, takeOutBeside('localityLbSetting')),
  ],
  [/^can not simultaneously specify 'distribute'/, either(takeOut, takeOutBeside('distribute'))],
  [/^can not simultaneously set 'failover'/, takeOut],
  [/^total locality weight .* != 100/, shareOut],
  [/^outlier detection policy must be provided/, detectOutliers],
  [/^http2KeepAlive \w+ must be set/, write('10s')],
  [/^use client protocol must not be true/, either(takeOut, takeOutBeside('h2UpgradePolicy'))],
];

function readTunnel(text: string): string | null {
  const word = text.toUpperCase();
  return word === 'CONNECT' || word === 'POST' ? word : null;
}

function splitErrors(fixable: Fixable): readonly QuickFix[] {
  const beside = [...fixable.path.slice(0, -1), 'splitExternalLocalOriginErrors'];
  return [
    writeAtFix(fixable, beside, true, 'Count local failures on their own'),
    takeOutFix(fixable),
  ];
}

/** Only where nothing gets lost: another subset says the very same. */
function dropTwin(fixable: Fixable): readonly QuickFix[] {
  const { resource, path } = fixable;
  const own = valueAt(resource.value, path.slice(0, -1));
  const list = valueAt(resource.value, path.slice(0, -2));
  const twins = Array.isArray(list)
    ? list.filter((one) => JSON.stringify(one) === JSON.stringify(own))
    : [];
  if (twins.length < 2) return [];
  return [{ ...takeOutFix(fixable, path.slice(0, -1)), title: 'Take the second one out' }];
}

/** The shares in proportion, so that they are 100 together. */
function shareOut({ resource, path }: Fixable): readonly QuickFix[] {
  const shares = valueAt(resource.value, path);
  const pairs = isRecord(shares) ? Object.entries(shares) : [];
  const numbers = pairs.map(([, share]) => Number(share));
  const total = numbers.reduce((sum, share) => sum + share, 0);
  const weights = toWeights(numbers.map((share) => share / total));
  if (!(total > 0) || weights.some((weight) => weight < 1)) return [];
  return [
    {
      title: `Share it out as ${weights.join(' and ')}`,
      commands: pairs.map(([key], index) =>
        setField(resource.id, [...path, key], weights[index] ?? 0),
      ),
    },
  ];
}

/** Beside the load balancer whose endpoints are to fail over. */
function detectOutliers({ resource, path }: Fixable): readonly QuickFix[] {
  const policy = path.slice(0, path.lastIndexOf('loadBalancer'));
  const place = [...policy, 'outlierDetection'];
  if (isWritten(resource, place)) return [];
  const value = { consecutive5xxErrors: 5, interval: '10s', baseEjectionTime: '30s' };
  return [
    { title: 'Add outlierDetection', commands: [setField(resource.id, place, value)] },
    { title: 'Take the failover out', commands: [removeField(resource.id, path)] },
  ];
}
