// A storage account that only Entra identities open: no keys, no anonymous reading, no old TLS.

@minLength(3)
@maxLength(24)
param name string
param location string
param tags object

@description('Archive is not to be had on zone-redundant accounts, so these are the choices.')
@allowed(['Standard_LRS', 'Standard_GRS', 'Standard_RAGRS'])
param redundancy string

param containers string[] = []
param queues string[] = []
param tables string[] = []

@description('How many days a deleted or overwritten blob can be had back.')
@minValue(1)
@maxValue(365)
param undeleteDays int

@description('Only private endpoints and trusted Azure services reach the account.')
param privateNetwork bool

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: redundancy }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: 'Enabled'
    // Event Grid dead-letters as a trusted service; publicNetworkAccess Disabled would shut it out as well.
    networkAcls: {
      defaultAction: privateNetwork ? 'Deny' : 'Allow'
      bypass: 'AzureServices'
    }
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      isVersioningEnabled: true
      deleteRetentionPolicy: { enabled: true, days: undeleteDays }
      containerDeleteRetentionPolicy: { enabled: true, days: undeleteDays }
    }

    resource container 'containers' = [
      for container in containers: {
        name: container
        properties: { publicAccess: 'None' }
      }
    ]
  }

  resource queueService 'queueServices' = {
    name: 'default'

    resource queue 'queues' = [for queue in queues: { name: queue }]
  }

  resource tableService 'tableServices' = {
    name: 'default'

    resource table 'tables' = [for table in tables: { name: table }]
  }
}

output id string = account.id
output name string = account.name
output endpoints object = account.properties.primaryEndpoints
