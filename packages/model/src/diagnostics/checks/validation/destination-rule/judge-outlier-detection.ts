import type { Judge } from '../judge.ts';
import { judgeDuration, judgePercent } from '../parts/judge-values.ts';
import { at, isOn, isSet, numberOf, type Place } from '../place.ts';

/** When an endpoint that fails is left out for a while. */
export function judgeOutlierDetection(judge: Judge, outlier: Place): void {
  if (!isSet(outlier)) return;
  judgeDuration(judge, at(outlier, 'baseEjectionTime'));
  const consecutive = at(outlier, 'consecutiveErrors');
  const count = numberOf(consecutive);
  if (count !== 0 && !Number.isNaN(count))
    judge.warn(
      consecutive,
      'outlier detection consecutive errors is deprecated, use consecutiveGatewayErrors or consecutive5xxErrors instead',
      'consecutiveErrors is the old way. Write consecutive5xxErrors or consecutiveGatewayErrors.',
      'key',
    );
  const local = at(outlier, 'consecutiveLocalOriginFailures');
  if (numberOf(local) > 0 && !isOn(at(outlier, 'splitExternalLocalOriginErrors')))
    judge.refuse(
      local,
      'outlier detection consecutive local origin failures is specified, but split external local origin errors is set to false',
      'Local failures are counted on their own only with splitExternalLocalOriginErrors: true. Add it, or take this out.',
    );
  judgeDuration(judge, at(outlier, 'interval'));
  judgePercent(judge, at(outlier, 'maxEjectionPercent'));
  judgePercent(judge, at(outlier, 'minHealthPercent'));
}
