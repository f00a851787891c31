import { whyNotHeaderName } from '../../../../schema/values/http-rules.ts';
import { isIstioLabel, whyNotNamespace } from '../../../../schema/values/name-rules.ts';
import { quoted } from '../../../../schema/values/quoted.ts';
import { type Judge, withoutWarnings } from '../judge.ts';
import { judgeGatewayNames } from '../parts/gateway-names.ts';
import { judgeLabels, judgePort } from '../parts/judge-values.ts';
import { judgeRegexMatch, judgeTextMatch } from '../parts/text-match.ts';
import { at, entriesOf, isSet, keyOf, type Place, readText } from '../place.ts';
import { isClaim } from './judge-claims.ts';

/** One match of a route for HTTP. */
export function judgeHttpMatch(judge: Judge, match: Place): void {
  for (const header of entriesOf(at(match, 'headers'))) {
    if (!isSet(header))
      judge.refuse(
        header,
        `header match ${keyOf(header)} cannot be null`,
        'Nothing says what the header has to be. Write exact, prefix or regex; for a header that is only there, regex: ".*".',
        'key',
      );
    judgeHeaderName(judge, header);
    judgeTextMatch(judge, header, 'headers');
  }
  for (const header of entriesOf(at(match, 'withoutHeaders'))) {
    judgeHeaderName(judge, header);
    if (readText(at(header, 'regex')) !== '*') judgeTextMatch(judge, header, 'withoutHeaders');
  }
  judgeRegexMatch(judge, at(match, 'uri'), 'uri');
  for (const name of ['scheme', 'method', 'authority'])
    judgeTextMatch(judge, at(match, name), name);
  for (const parameter of entriesOf(at(match, 'queryParams')))
    judgeTextMatch(judge, parameter, 'queryParams');
  const port = at(match, 'port');
  if (isSet(port) && port.value !== 0) judgePort(judge, port);
  judgeLabels(judge, at(match, 'sourceLabels'));
  judgeGatewayNames(withoutWarnings(judge), at(match, 'gateways'));
  judgeSourceNamespace(judge, at(match, 'sourceNamespace'));
}

function judgeHeaderName(judge: Judge, header: Place): void {
  const name = keyOf(header);
  const why = isClaim(name) ? null : whyNotHeaderName(name);
  if (why === null) return;
  judge.refuse(
    header,
    name === '' ? 'header name cannot be empty' : `header name ${name} is not a valid header name`,
    why,
    'key',
  );
}

function judgeSourceNamespace(judge: Judge, place: Place): void {
  const namespace = readText(place);
  if (namespace === null || namespace === '' || isIstioLabel(namespace)) return;
  judge.refuse(
    place,
    `sourceNamespace match ${namespace} is invalid`,
    whyNotNamespace(namespace) ?? `${quoted(namespace)} cannot be a namespace.`,
  );
}
