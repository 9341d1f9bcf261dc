// What each resource tells the workspace. Table and queue requests stay out: at thirty an article,
// their logs would cost more than the storage they describe; their metrics are kept. The host's own account stays out: what it
// has to tell is the renewal of leases.

param workspaceId string
param dataAccountName string
param topicName string
param appName string

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: dataAccountName

  resource blobs 'blobServices' existing = { name: 'default' }
  resource queues 'queueServices' existing = { name: 'default' }
  resource tables 'tableServices' existing = { name: 'default' }
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: appName
}

var toWorkspace = 'to-workspace'
var transactions = [{ category: 'Transaction', enabled: true }]

resource blobs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: toWorkspace
  scope: account::blobs
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'StorageWrite', enabled: true }
      { category: 'StorageDelete', enabled: true }
    ]
    metrics: transactions
  }
}

resource queues 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: toWorkspace
  scope: account::queues
  properties: { workspaceId: workspaceId, metrics: transactions }
}

resource tables 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: toWorkspace
  scope: account::tables
  properties: { workspaceId: workspaceId, metrics: transactions }
}

resource deliveries 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: toWorkspace
  scope: topic
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'DeliveryFailures', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

// The only place that shows why the app did not start: its own telemetry starts later than that.
resource appLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: toWorkspace
  scope: app
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'FunctionAppLogs', enabled: true }]
  }
}
