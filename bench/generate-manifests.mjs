/**
 * Manifests as one text: per five resources a Gateway, a VirtualService with three routes, a Service,
 * a Deployment and a DestinationRule that belong together. `count` is the number of resources;
 * `nameOf` names the app of a number, and so many apps as `chain` says hang together.
 */
export function generateManifests(count, nameOf = nameInOrder, chain = Number.POSITIVE_INFINITY) {
  const documents = [];
  for (let app = 0; documents.length < count; app += 1) {
    const name = nameOf(app);
    const before = nameOf(app % chain === 0 ? app : app - 1);
    documents.push(gateway(name), virtualService(name, before), service(name));
    documents.push(deployment(name), destinationRule(name));
  }
  return `${documents.slice(0, count).join('---\n')}`;
}

/** Manifests whose map is about as wide as high: what hangs together are ten apps. */
export function generateMap(count) {
  return generateManifests(count, nameInOrder, 10);
}

function nameInOrder(app) {
  return `app-${String(app).padStart(5, '0')}`;
}

/** Names whose order says nothing about what belongs together. */
export function nameAtRandom(app) {
  return `app-${String(Math.imul(app + 1, 2_654_435_761) >>> 0).padStart(10, '0')}`;
}

function labels(name) {
  return `  labels:
    app: ${name}
    app.kubernetes.io/part-of: shop
    app.kubernetes.io/managed-by: kustomize`;
}

function gateway(name) {
  return `apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: ${name}-gateway
  namespace: shop
${labels(name)}
spec:
  selector:
    istio: ingressgateway # the default one
  servers:
  - port:
      number: 80
      name: http
      protocol: HTTP
    hosts:
    - "${name}.example.com"
    tls:
      httpsRedirect: true
  - port:
      number: 443
      name: https
      protocol: HTTPS
    tls:
      mode: SIMPLE
      credentialName: ${name}-tls
    hosts:
    - "${name}.example.com"
`;
}

/** The last route goes to the app before: so that what hangs together is more than five resources. */
function virtualService(name, before) {
  return `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: ${name}
  namespace: shop
${labels(name)}
spec:
  hosts:
  - "${name}.example.com"
  gateways:
  - ${name}-gateway
  http:
  - match:
    - uri:
        prefix: /api
    route:
    - destination:
        host: ${name}
        subset: v1
        port:
          number: 80
      weight: 90
    - destination:
        host: ${name}
        subset: v2
        port:
          number: 80
      weight: 10
    timeout: 5s
    retries:
      attempts: 3
      perTryTimeout: 2s
  - match:
    - uri:
        exact: /healthz
    directResponse:
      status: 200
  - route:
    - destination:
        host: ${before}.shop.svc.cluster.local
        port:
          number: 80
`;
}

function service(name) {
  return `apiVersion: v1
kind: Service
metadata:
  name: ${name}
  namespace: shop
${labels(name)}
spec:
  selector:
    app: ${name}
  ports:
  - name: http
    port: 80
    targetPort: 8080
`;
}

function deployment(name) {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: shop
${labels(name)}
spec:
  replicas: 2
  selector:
    matchLabels:
      app: ${name}
  template:
    metadata:
      labels:
        app: ${name}
        version: v1
    spec:
      containers:
      - name: ${name}
        image: registry.example.com/${name}:1.0.0
        ports:
        - containerPort: 8080
        env:
        - name: LOG_LEVEL
          value: info
        readinessProbe:
          httpGet:
            path: /healthz
            port: 8080
        resources:
          requests:
            cpu: 100m
            memory: 128Mi
`;
}

function destinationRule(name) {
  return `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: ${name}
  namespace: shop
${labels(name)}
spec:
  host: ${name}
  trafficPolicy:
    connectionPool:
      http:
        http1MaxPendingRequests: 100
    outlierDetection:
      consecutive5xxErrors: 5
      interval: 30s
  subsets:
  - name: v1
    labels:
      version: v1
  - name: v2
    labels:
      version: v2
`;
}
