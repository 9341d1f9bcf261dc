// A storage account that only Entra identities open: no keys, no anonymous reading, no old TLS.

@minLength(3)
@maxLength(24)
param name string
param location string
param tags object

@description('Zone-redundant accounts have no archive tier.')
@allowed(['Standard_LRS', 'Standard_GRS', 'Standard_RAGRS', 'Standard_ZRS', 'Standard_GZRS'])
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

@description('Addresses or ranges (CIDR) on the internet that reach the account although the network is private.')
param allowedAddresses string[] = []

@description('Nobody deletes the account by mistake: the lock has to be taken away first.')
param isLocked bool = false

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
      ipRules: [for address in allowedAddresses: { value: address, action: 'Allow' }]
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

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (isLocked) {
  name: 'keep'
  scope: account
  properties: { level: 'CanNotDelete', notes: 'It holds what exists nowhere else.' }
}

output id string = account.id
output name string = account.name
output endpoints object = account.properties.primaryEndpoints
