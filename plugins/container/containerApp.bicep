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

@description('Name of a Key Vault of this resource group (permission model: Azure role-based access control), where the service signs in with a certificate: for an environment of another tenant, where a managed identity cannot go. Empty: the managed identity signs in.')
param keyVaultName string = ''

@description('Name of the certificate (PEM) in that Key Vault.')
param certificateName string = 'invitations'

@description('Application (client) id that the certificate belongs to.')
param certificateClientId string = ''

@description('Tenant of that application.')
param certificateTenantId string = tenant().tenantId

@description('Further application users, each with a budget of its own: user-assigned identities of this resource group, [{ name: \'invitations-2\', clientId: \'…\' }]. Without a certificate only.')
@maxLength(15)
param furtherIdentities array = []

@description('Whether the health checks and metrics are open to the internet, so that Application Insights asks every 15 minutes whether the service can work.')
param external bool = false

@description('Mails a minute that each sender is given; 0: no limit. Exchange Online takes 30.')
param mailsPerMinute int = 30

@description('Address of an OpenTelemetry collector that takes OTLP over HTTP: http://collector:4318. Empty: no traces, and metrics at /metrics alone.')
param otlpEndpoint string = ''

@description('Who is told by mail when the service reports errors, or cannot work. Empty: nobody.')
param alertAddress string = ''

var port = 5802
var withCertificate = keyVaultName != ''
var certificateFolder = '/run/certificates'
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

resource insights 'Microsoft.Insights/components@2020-02-02' = if (external) {
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

resource keyVault 'Microsoft.KeyVault/vaults@2023-07-01' existing = if (withCertificate) {
  name: keyVaultName
}

resource mayReadSecret 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (withCertificate) {
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
      secrets: withCertificate
        ? [
            {
              name: 'certificate'
              keyVaultUrl: 'https://${keyVaultName}${az.environment().suffixes.keyvaultDns}/secrets/${certificateName}'
              identity: identity.id
            }
          ]
        : []
      ingress: external ? { external: true, targetPort: port, transport: 'http', allowInsecure: false } : null
    }
    template: {
      scale: { minReplicas: instances, maxReplicas: instances }
      // Longer than the 10 s that the service takes to finish what is under way.
      terminationGracePeriodSeconds: 30
      volumes: withCertificate
        ? [{ name: 'certificates', storageType: 'Secret', secrets: [{ secretRef: 'certificate', path: 'invitations.pem' }] }]
        : []
      containers: [
        {
          name: 'service'
          image: image
          resources: { cpu: json('0.25'), memory: '0.5Gi' }
          volumeMounts: withCertificate ? [{ volumeName: 'certificates', mountPath: certificateFolder }] : []
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
            withCertificate ? [] : flatten(furtherVariables)
          )
          // Alive, not ready: no traffic comes here that could be kept away, and a revision that waits for its application user
          // must not count as one that failed.
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

resource readiness 'Microsoft.Insights/webtests@2022-06-15' = if (external) {
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

resource notReady 'Microsoft.Insights/metricAlerts@2018-03-01' = if (external) {
  name: '${name}-not-ready'
  location: 'global'
  tags: { 'hidden-link:${insights.id}': 'Resource', 'hidden-link:${readiness.id}': 'Resource' }
  properties: {
    description: 'The invitation service cannot work: its address /readyz says why.'
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
