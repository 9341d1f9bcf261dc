// The whole pipeline in one resource group, except the subscription to dropped files: events.bicep adds
// that once the app is published, because Event Grid asks the running app for a handshake.

targetScope = 'subscription'

@description('Begins every name: lower-case letters and digits.')
@minLength(3)
@maxLength(12)
param name string = 'pipeline'

@description('dev is small and cheap; prod keeps a copy in a second region and warm instances.')
@allowed(['dev', 'prod'])
param environment string = 'dev'

param location string = deployment().location

@description('Who is told when something is wrong.')
param alertEmails string[] = []

@description('Object ids of people or groups who may drop files: whoever deploys, unless others are named. Owner has no role over data.')
param dropperPrincipalIds string[] = [deployer().objectId]

@description('Reach storage through a virtual network only.')
param privateNetwork bool = false

@description('With a private network: addresses or ranges on the internet from which files may be dropped all the same.')
param dropperAddresses string[] = []

@description('The address space of that network, /24.')
param networkPrefix string = '10.61.0.0/24'

@description('Days after which raw files become cool, then archived, then are deleted; 0 leaves a step out.')
param rawFileDays { cool: int, archive: int, delete: int } = { cool: 30, archive: 180, delete: 0 }

@description('Days for which a nightly backup of the tables is kept.')
@minValue(1)
param backupDays int = 30

@description('Spread storage and app over the zones of the region. Zone-redundant storage has no archive tier: raw files stay cool.')
param zoneRedundant bool = false

@description('Memory of an instance in MB.')
@allowed([512, 2048, 4096])
param instanceMemoryMb int = 2048

@description('How many instances may run at once; 0 for the size of the environment (dev 40, prod 100).')
@minValue(0)
@maxValue(1000)
param maximumInstances int = 0

@description('Days after its last change for which an article is kept (0 keeps it for ever).')
@minValue(0)
param articleDays int = 0

@description('Further settings of the app by name, as the README lists them: { Pipeline__Ingestion__Policies__SOURCE: \'Prefer\' }.')
param settings object = {}

@description('Follow the feeds that the lists in the container subscriptions name. False fetches nothing.')
param followFeeds bool = true

@description('Whom the publisher of a feed may write to, an address of mail or the web; the endpoint\'s own address where it is empty.')
param feedContact string = ''

@description('How many times its usual pause a source may be silent before it counts as quiet.')
@minValue(2)
param quietSourcePauses int = 4

@description('Minutes from the drop of a file to its last article that nobody should have to wait longer than.')
@minValue(1)
param lateMinutes int = 15

@description('What 95 of 100 requests must stay below, in milliseconds.')
param slowRequestMs int = 1000

@description('What the resource group may cost in a month, in the currency of the subscription; 0 for no budget, where the offer refuses one.')
@minValue(0)
param monthlyBudget int = 100

@description('First day of the month in which the budget starts, yyyy-MM-01.')
param budgetStart string = utcNow('yyyy-MM-01')

param tags object = {}

var size = {
  dev: { copies: 'Standard_LRS', zoneCopies: 'Standard_ZRS', undeleteDays: 7, logDays: 30, logCapGb: 1, instances: 40, warm: 0, isLocked: false }
  prod: { copies: 'Standard_GRS', zoneCopies: 'Standard_GZRS', undeleteDays: 30, logDays: 90, logCapGb: 5, instances: 100, warm: 1, isLocked: true }
}[environment]

var stem = '${name}-${environment}'
// 'West Europe' and 'westeurope' are one region: hashed as they are written, they would be two pipelines side by side.
var region = toLower(replace(location, ' ', ''))
// Storage and app names are global: the suffix is the same for the same subscription, name and region.
var suffix = uniqueString(subscription().id, stem, region)
var allTags = union({ application: name, environment: environment }, tags)

var incoming = 'incoming'
var deadLetters = 'dead-letters'
var packages = 'packages'
var backups = 'backups'
// Named as StorageSettings and StorageAccount in Pipeline.Storage name them.
var appContainers = [incoming, 'overflow', backups, 'search', 'subscriptions']
var queues = ['enrich', 'enrich-poison', 'enrich-release', 'webjobs-blobtrigger-poison']
var tables = map(
  ['articles', 'bands', 'catalog', 'claims', 'fates', 'files', 'lists', 'subscriptions', 'webhooks'],
  table => 'pipeline${table}'
)

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-${stem}'
  location: location
  tags: allTags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: { name: 'id-${stem}', location: location, tags: allTags }
}

module hostAccount 'modules/storage-account.bicep' = {
  scope: group
  params: {
    name: 'sthost${suffix}'
    location: location
    tags: allTags
    redundancy: zoneRedundant ? 'Standard_ZRS' : 'Standard_LRS'
    containers: [packages]
    undeleteDays: size.undeleteDays
    privateNetwork: privateNetwork
  }
}

module dataAccount 'modules/storage-account.bicep' = {
  scope: group
  params: {
    name: 'stdata${suffix}'
    location: location
    tags: allTags
    redundancy: zoneRedundant ? size.zoneCopies : size.copies
    isLocked: size.isLocked
    allowedAddresses: privateNetwork ? dropperAddresses : []
    containers: [...appContainers, deadLetters]
    queues: queues
    tables: tables
    undeleteDays: size.undeleteDays
    privateNetwork: privateNetwork
  }
}

module dataLifecycle 'modules/lifecycle.bicep' = {
  scope: group
  params: {
    accountName: dataAccount.outputs.name
    versionDays: size.undeleteDays
    rawFiles: { container: incoming, cool: rawFileDays.cool, archive: zoneRedundant ? 0 : rawFileDays.archive, delete: rawFileDays.delete }
    passingPrefixes: ['overflow/entries/', 'overflow/failed/', 'overflow/foreign/', '${deadLetters}/']
    backups: { container: backups, days: backupDays }
  }
}

module hostLifecycle 'modules/lifecycle.bicep' = {
  scope: group
  params: { accountName: hostAccount.outputs.name, versionDays: size.undeleteDays }
}

module hostRoles 'modules/host-roles.bicep' = {
  scope: group
  params: { accountName: hostAccount.outputs.name, principalId: identity.outputs.principalId }
}

module dataRoles 'modules/data-roles.bicep' = {
  scope: group
  params: {
    accountName: dataAccount.outputs.name
    appPrincipalId: identity.outputs.principalId
    appContainers: appContainers
    dropperPrincipalIds: dropperPrincipalIds
    incomingContainer: incoming
  }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  scope: group
  params: {
    name: 'vnet-${stem}'
    location: location
    tags: allTags
    accountNames: [hostAccount.outputs.name, dataAccount.outputs.name]
    addressPrefix: networkPrefix
  }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: {
    workspaceName: 'log-${stem}'
    insightsName: 'appi-${stem}'
    location: location
    tags: allTags
    appPrincipalId: identity.outputs.principalId
    retentionDays: size.logDays
    dailyCapGb: size.logCapGb
  }
}

module app 'modules/function-app.bicep' = {
  scope: group
  // The app starts as soon as it exists, and must be let in by then.
  dependsOn: [hostRoles, dataRoles]
  params: {
    planName: 'plan-${stem}'
    appName: 'func-${stem}-${suffix}'
    location: location
    tags: allTags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    hostAccountName: hostAccount.outputs.name
    packagesUrl: '${hostAccount.outputs.endpoints.blob}${packages}'
    dataEndpoints: dataAccount.outputs.endpoints
    insightsConnectionString: monitoring.outputs.connectionString
    instanceMemoryMb: instanceMemoryMb
    maximumInstances: maximumInstances == 0 ? size.instances : maximumInstances
    zoneRedundant: zoneRedundant
    alwaysReadyInstances: size.warm
    subnetId: privateNetwork ? network!.outputs.appSubnetId : null
    pipelineSettings: {
      AzureWebJobsDisableHomepage: 'true'
      Pipeline__Subscriptions__IsOn: string(followFeeds)
      ...(empty(feedContact) ? {} : { Pipeline__Subscriptions__Contact: feedContact })
      ...(articleDays == 0 ? {} : { Pipeline__Ingestion__Retention: '${articleDays}.00:00:00' })
      ...settings
    }
  }
}

module topic 'modules/event-topic.bicep' = {
  scope: group
  params: {
    name: 'evgt-${stem}'
    location: location
    tags: allTags
    accountName: dataAccount.outputs.name
    deadLetterContainer: deadLetters
  }
}

module diagnostics 'modules/diagnostics.bicep' = {
  scope: group
  params: {
    workspaceId: monitoring.outputs.workspaceId
    dataAccountName: dataAccount.outputs.name
    topicName: topic.outputs.name
    appName: app.outputs.name
  }
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    prefix: stem
    location: location
    tags: allTags
    workspaceId: monitoring.outputs.workspaceId
    topicId: topic.outputs.id
    dataAccountId: dataAccount.outputs.id
    insightsId: monitoring.outputs.insightsId
    healthUrl: 'https://${app.outputs.hostName}/api/health'
    emails: alertEmails
    quietSourcePauses: quietSourcePauses
    lateMinutes: lateMinutes
    slowRequestMs: slowRequestMs
  }
}

module workbook 'modules/workbook.bicep' = {
  scope: group
  params: {
    name: '${stem} pipeline'
    location: location
    tags: allTags
    workspaceId: monitoring.outputs.workspaceId
  }
}

module budget 'modules/budget.bicep' = if (monthlyBudget > 0) {
  scope: group
  params: {
    name: 'budget-${stem}'
    amount: monthlyBudget
    actionGroupId: alerts.outputs.actionGroupId
    startDate: budgetStart
  }
}

output resourceGroup string = group.name
output appName string = app.outputs.name
output topicName string = topic.outputs.name
output dataAccountName string = dataAccount.outputs.name
output incomingUrl string = '${dataAccount.outputs.endpoints.blob}${incoming}'
output endpoint string = 'https://${app.outputs.hostName}/api'
