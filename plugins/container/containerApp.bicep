// The service in Azure Container Apps: an identity of its own, no secret unless you give one, logs and alerts in one workspace.
//   az deployment group create -g RESOURCE-GROUP -f plugins/container/containerApp.bicep \
//     -p dataverseUrl=https://contoso.crm.dynamics.com image=contoso.azurecr.io/invitations:0.1.0 registryName=contoso
// Afterwards make the application (output clientId) an application user of the environment. Step by step: docs/pipelines.md.

@description('Address of the Dataverse environment.')
param dataverseUrl string

@description('Image of the service, with its tag.')
param image string

@description('Name of the Azure Container Registry of this resource group that holds the image. Empty: the image is public.')
param registryName string = ''

@description('Where everything is made.')
param location string = resourceGroup().location

@description('Beginning of all names.')
@minLength(3)
@maxLength(20)
param name string = 'invitations'

@description('Instances. Any number may run: the row version decides between two that want the same row. They share the budgets of their application users; for speed take further identities.')
@minValue(1)
@maxValue(10)
param instances int = 1

@description('Name of a Key Vault of this resource group (permission model: Azure role-based access control) that holds the secrets of the doors, and the certificate if the service signs in with one. Empty: there is neither.')
param keyVaultName string = ''

@description('Application (client) id of the service where it signs in with a certificate of that Key Vault: for an environment of another tenant, where a managed identity cannot go. Empty: the managed identity signs in.')
param certificateClientId string = ''

@description('Name of the certificate (PEM) in that Key Vault.')
param certificateName string = 'invitations'

@description('Tenant of that application.')
param certificateTenantId string = tenant().tenantId

@description('Further application users, each with a budget of its own: user-assigned identities of this resource group, [{ name: \'invitations-2\', clientId: \'…\' }]. Without a certificate only.')
@maxLength(15)
param furtherIdentities array = []

@description('Whether the redemption page and the API are open to the internet. Application Insights then asks every 15 minutes whether they can work. Health checks with their reasons, and metrics, never are.')
param doors bool = false

@description('Domain of the doors, invite.contoso.com. Empty: the one that Azure gives (output doorsUrl).')
param domain string = ''

@description('Resource id of the certificate of that domain in the Container Apps environment. Empty: none is bound yet.')
param domainCertificateId string = ''

@description('Proxies before the service whose X-Forwarded-For is believed: 1, the ingress; 2 with Azure Front Door or an Application Gateway before it.')
@minValue(1)
@maxValue(10)
param trustedProxies int = 1

@description('Name of the secret in the Key Vault that cookies are sealed with: 32 characters or more.')
param sealSecretName string = 'invitations-seal'

@description('An OpenID Connect provider. secretName: name of its client secret in the Key Vault; without it, a public client.')
type signInProvider = {
  name: string
  issuer: string
  clientId: string
  secretName: string?
  scopes: string?
  trustEmail: ('whenVerified' | 'always' | 'never')?
}

@description('Where people sign in to redeem, in the order of their buttons.')
param providers signInProvider[] = []

@description('An issuer of tokens for the API, and the client ids that may use it.')
type apiIssuer = {
  issuer: string
  audience: string
  clients: string[]
}

@description('Issuers of tokens for the API.')
param apiIssuers apiIssuer[] = []

@description('Keys of the API, each a name and the SHA-256 of the key: [ \'shop:3a7b…\' ].')
param apiKeys string[] = []

@description('Where people go on to when they have redeemed. Empty: they stay on the page.')
param returnUrl string = ''

@description('Origins that a return address may lead to.')
param returnOrigins string[] = []

@description('How the page looks: name, color, supportUrl, privacyUrl, texts (docs/service.md).')
param brand object = {}

@description('The logo: text of an SVG file. Empty: none.')
param logo string = ''

@description('Mails a minute that each sender is given; 0: no limit. Exchange Online takes 30.')
param mailsPerMinute int = 30

@description('Address of an OpenTelemetry collector that takes OTLP over HTTP: http://collector:4318. Empty: no traces, and metrics at /metrics alone.')
param otlpEndpoint string = ''

@description('Who is told by mail when the service reports errors, or cannot work. Empty: nobody.')
param alertAddress string = ''

var port = 5802
var doorsPort = 5803
var withKeyVault = keyVaultName != ''
var withCertificate = certificateClientId != ''
var withBrand = doors && (!empty(brand) || logo != '')
var certificateFolder = '/run/certificates'
var brandFolder = '/run/brand'
var vaultSecrets = 'https://${keyVaultName}${az.environment().suffixes.keyvaultDns}/secrets'
var doorsHost = domain != '' ? domain : '${name}.${containers.properties.defaultDomain}'
var secretsOfProviders = map(filter(providers, each => each.?secretName != null), each => each.secretName!)
// The first of several has no number.
var suffixes = map(range(0, 100), index => index == 0 ? '' : '_${index + 1}')
var providerVariables = [
  for (each, index) in providers: concat(
    [
      { name: 'OIDC_NAME${suffixes[index]}', value: each.name }
      { name: 'OIDC_ISSUER${suffixes[index]}', value: each.issuer }
      { name: 'OIDC_CLIENT_ID${suffixes[index]}', value: each.clientId }
      { name: 'OIDC_SCOPES${suffixes[index]}', value: each.?scopes ?? 'openid email profile' }
      { name: 'OIDC_TRUST_EMAIL${suffixes[index]}', value: each.?trustEmail ?? 'whenVerified' }
    ],
    each.?secretName == null
      ? []
      : [{ name: 'OIDC_CLIENT_SECRET${suffixes[index]}', secretRef: toLower(each.secretName!) }]
  )
]
var apiVariables = [
  for (each, index) in apiIssuers: [
    { name: 'API_ISSUER${suffixes[index]}', value: each.issuer }
    { name: 'API_AUDIENCE${suffixes[index]}', value: each.audience }
    { name: 'API_CLIENTS${suffixes[index]}', value: join(each.clients, ',') }
  ]
]
// The second application user has the number 2.
var furtherVariables = [
  for (further, index) in furtherIdentities: [
    { name: 'AZURE_MANAGED_IDENTITY_${index + 2}', value: 'true' }
    { name: 'AZURE_CLIENT_ID_${index + 2}', value: further.clientId }
  ]
]
// Built-in roles: AcrPull, Key Vault Secrets User.
var pullRole = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7f951dda-4ed3-4680-a7ca-43fe172d538d')
var readSecretRole = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
}

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 30
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = if (doors) {
  name: '${name}-insights'
  location: location
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
  }
}

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = if (registryName != '') {
  name: registryName
}

resource mayPull 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (registryName != '') {
  name: guid(resourceGroup().id, registryName, name, 'pull')
  scope: registry
  properties: {
    roleDefinitionId: pullRole
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource keyVault 'Microsoft.KeyVault/vaults@2023-07-01' existing = if (withKeyVault) {
  name: keyVaultName
}

resource mayReadSecret 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (withKeyVault) {
  name: guid(resourceGroup().id, keyVaultName, name, 'secret')
  scope: keyVault
  properties: {
    roleDefinitionId: readSecretRole
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource containers 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-environment'
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: workspace.properties.customerId
        sharedKey: workspace.listKeys().primarySharedKey
      }
    }
    workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }]
  }
}

resource service 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  // Without these rights the first revision could not be pulled, or read its certificate.
  dependsOn: [mayPull, mayReadSecret]
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: union(
      { '${identity.id}': {} },
      toObject(
        furtherIdentities,
        further => resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', further.name),
        further => {}
      )
    )
  }
  properties: {
    managedEnvironmentId: containers.id
    configuration: {
      activeRevisionsMode: 'Single'
      registries: registryName == '' ? [] : [{ server: '${registryName}.azurecr.io', identity: identity.id }]
      secrets: concat(
        withCertificate
          ? [{ name: 'certificate', keyVaultUrl: '${vaultSecrets}/${certificateName}', identity: identity.id }]
          : [],
        doors ? [{ name: 'seal', keyVaultUrl: '${vaultSecrets}/${sealSecretName}', identity: identity.id }] : [],
        doors
          ? map(secretsOfProviders, each => {
              name: toLower(each)
              keyVaultUrl: '${vaultSecrets}/${each}'
              identity: identity.id
            })
          : [],
        withBrand
          ? [{ name: 'brand', value: string(union(brand, logo == '' ? {} : { logo: 'logo.svg' })) }]
          : [],
        withBrand && logo != '' ? [{ name: 'logo', value: logo }] : []
      )
      // The port of health checks and metrics is not among those that anybody outside can reach.
      ingress: doors
        ? {
            external: true
            targetPort: doorsPort
            transport: 'http'
            allowInsecure: false
            customDomains: domain == ''
              ? []
              : [
                  union(
                    { name: domain, bindingType: domainCertificateId == '' ? 'Disabled' : 'SniEnabled' },
                    domainCertificateId == '' ? {} : { certificateId: domainCertificateId }
                  )
                ]
          }
        : null
    }
    template: {
      scale: { minReplicas: instances, maxReplicas: instances }
      // Longer than the 10 s that the service takes to finish what is under way.
      terminationGracePeriodSeconds: 30
      volumes: concat(
        withCertificate
          ? [{ name: 'certificates', storageType: 'Secret', secrets: [{ secretRef: 'certificate', path: 'invitations.pem' }] }]
          : [],
        withBrand
          ? [
              {
                name: 'brand'
                storageType: 'Secret'
                secrets: concat(
                  [{ secretRef: 'brand', path: 'brand.json' }],
                  logo == '' ? [] : [{ secretRef: 'logo', path: 'logo.svg' }]
                )
              }
            ]
          : []
      )
      containers: [
        {
          name: 'service'
          image: image
          resources: { cpu: json('0.25'), memory: '0.5Gi' }
          volumeMounts: concat(
            withCertificate ? [{ volumeName: 'certificates', mountPath: certificateFolder }] : [],
            withBrand ? [{ volumeName: 'brand', mountPath: brandFolder }] : []
          )
          env: concat(
            [
              { name: 'DATAVERSE_URL', value: dataverseUrl }
              { name: 'INVITATIONS_INSTANCES', value: string(instances) }
              { name: 'INVITATIONS_MAILS_PER_MINUTE', value: string(mailsPerMinute) }
            ],
            otlpEndpoint == '' ? [] : [{ name: 'OTEL_EXPORTER_OTLP_ENDPOINT', value: otlpEndpoint }],
            withCertificate
              ? [
                  { name: 'AZURE_TENANT_ID', value: certificateTenantId }
                  { name: 'AZURE_CLIENT_ID', value: certificateClientId }
                  { name: 'AZURE_CLIENT_CERTIFICATE_PATH', value: '${certificateFolder}/invitations.pem' }
                ]
              : [
                  { name: 'AZURE_MANAGED_IDENTITY', value: 'true' }
                  { name: 'AZURE_CLIENT_ID', value: identity.properties.clientId }
                ],
            withCertificate ? [] : flatten(furtherVariables),
            doors
              ? [
                  { name: 'INVITATIONS_DOORS_URL', value: 'https://${doorsHost}' }
                  { name: 'INVITATIONS_DOORS_PORT', value: string(doorsPort) }
                  { name: 'INVITATIONS_SECRET', secretRef: 'seal' }
                  { name: 'INVITATIONS_TRUSTED_PROXIES', value: string(trustedProxies) }
                ]
              : [],
            doors && returnUrl != '' ? [{ name: 'INVITATIONS_RETURN_URL', value: returnUrl }] : [],
            doors && !empty(returnOrigins)
              ? [{ name: 'INVITATIONS_RETURN_ORIGINS', value: join(returnOrigins, ',') }]
              : [],
            doors && !empty(apiKeys) ? [{ name: 'INVITATIONS_API_KEYS', value: join(apiKeys, ',') }] : [],
            withBrand ? [{ name: 'INVITATIONS_BRAND', value: '${brandFolder}/brand.json' }] : [],
            doors ? flatten(providerVariables) : [],
            doors ? flatten(apiVariables) : []
          )
          // Alive, not ready: the page itself says in words that it cannot answer now, and a revision that waits for its application
          // user must not count as one that failed.
          probes: [{ type: 'Liveness', httpGet: { path: '/healthz', port: port }, periodSeconds: 30 }]
        }
      ]
    }
  }
}

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = if (alertAddress != '') {
  name: '${name}-alerts'
  location: 'global'
  properties: {
    enabled: true
    groupShortName: 'invitations'
    emailReceivers: [{ name: 'admins', emailAddress: alertAddress, useCommonAlertSchema: true }]
  }
}

resource errors 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: '${name}-errors'
  location: location
  properties: {
    displayName: 'The invitation service reports errors'
    severity: 2
    enabled: true
    evaluationFrequency: 'PT15M'
    windowSize: 'PT15M'
    scopes: [workspace.id]
    criteria: {
      allOf: [
        {
          query: 'ContainerAppConsoleLogs_CL | where ContainerAppName_s == "${name}" | extend line = parse_json(Log_s) | where tostring(line.level) in ("error", "fatal")'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    // The table appears with the first line that is logged.
    skipQueryValidation: true
    actions: { actionGroups: alertAddress == '' ? [] : [people.id] }
  }
}

resource readiness 'Microsoft.Insights/webtests@2022-06-15' = if (doors) {
  name: '${name}-ready'
  location: location
  kind: 'standard'
  tags: { 'hidden-link:${insights.id}': 'Resource' }
  properties: {
    SyntheticMonitorId: '${name}-ready'
    Name: 'The invitation service can work'
    Enabled: true
    Kind: 'standard'
    Frequency: 900
    Timeout: 30
    RetryEnabled: true
    Locations: [{ Id: 'emea-nl-ams-azr' }, { Id: 'us-va-ash-azr' }]
    Request: { RequestUrl: 'https://${service.properties.configuration.ingress.fqdn}/readyz', HttpVerb: 'GET' }
    ValidationRules: { ExpectedHttpStatusCode: 200, SSLCheck: true, SSLCertRemainingLifetimeCheck: 7 }
  }
}

resource notReady 'Microsoft.Insights/metricAlerts@2018-03-01' = if (doors) {
  name: '${name}-not-ready'
  location: 'global'
  tags: { 'hidden-link:${insights.id}': 'Resource', 'hidden-link:${readiness.id}': 'Resource' }
  properties: {
    description: 'The invitation service cannot work: its log says why.'
    severity: 1
    enabled: true
    scopes: [readiness.id, insights.id]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT30M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: readiness.id
      componentId: insights.id
      failedLocationCount: 2
    }
    actions: alertAddress == '' ? [] : [{ actionGroupId: people.id }]
  }
}

@description('Client id of the application that the service signs in as: an application user of the environment must have it.')
output clientId string = withCertificate ? certificateClientId : identity.properties.clientId

@description('Address of the doors, and what inv_SiteUrl must be; empty: there are none.')
output doorsUrl string = doors ? 'https://${doorsHost}' : ''
