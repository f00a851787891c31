import { localName } from '../reference-forms.ts';
import type { NamingKinds } from './naming-kinds.ts';

const SECRET = localName('Secret');
const CONFIG_MAP = localName('ConfigMap');

/** What a pod's spec names, wherever the spec stands. */
const POD: NamingKinds['names'] = [
  ['volumes[].secret.secretName', SECRET],
  ['volumes[].configMap.name', CONFIG_MAP],
  ['volumes[].projected.sources[].secret.name', SECRET],
  ['volumes[].projected.sources[].configMap.name', CONFIG_MAP],
  ['volumes[].persistentVolumeClaim.claimName', localName('PersistentVolumeClaim')],
  ['volumes[].csi.nodePublishSecretRef.name', SECRET],
  ['volumes[].{cephfs,flexVolume,iscsi,rbd,scaleIO,storageos}.secretRef.name', SECRET],
  ['volumes[].azureFile.secretName', SECRET],
  ['{containers,initContainers,ephemeralContainers}[].envFrom[].secretRef.name', SECRET],
  ['{containers,initContainers,ephemeralContainers}[].envFrom[].configMapRef.name', CONFIG_MAP],
  ['{containers,initContainers,ephemeralContainers}[].env[].valueFrom.secretKeyRef.name', SECRET],
  [
    '{containers,initContainers,ephemeralContainers}[].env[].valueFrom.configMapKeyRef.name',
    CONFIG_MAP,
  ],
  ['imagePullSecrets[].name', SECRET],
  ['{serviceAccountName,serviceAccount}', localName('ServiceAccount')],
];

/** What the pod spec at this path names. */
export function podNames(path: string): NamingKinds['names'] {
  return POD.map(([pattern, form]) => [`${path}.${pattern}`, form]);
}
