// What the app may do with the pipeline's data: blobs container by container, queues and tables of this account.

param accountName string
param appPrincipalId string
param appContainers string[]

@description('People or groups who may drop files, and nothing else.')
param dropperPrincipalIds string[]
param incomingContainer string

var blobDataContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
var accountRoles = {
  queueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  tableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
}

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: accountName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource incoming 'containers' existing = { name: incomingContainer }

    resource appContainer 'containers' existing = [for container in appContainers: { name: container }]
  }
}

resource appOnContainer 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (container, i) in appContainers: {
    name: guid(account::blobs::appContainer[i].id, appPrincipalId, blobDataContributor)
    scope: account::blobs::appContainer[i]
    properties: {
      principalId: appPrincipalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobDataContributor)
    }
  }
]

resource appOnAccount 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in items(accountRoles): {
    name: guid(account.id, appPrincipalId, role.value)
    scope: account
    properties: {
      principalId: appPrincipalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value)
    }
  }
]

resource dropper 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for principalId in dropperPrincipalIds: {
    name: guid(account::blobs::incoming.id, principalId, blobDataContributor)
    scope: account::blobs::incoming
    properties: {
      principalId: principalId
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobDataContributor)
    }
  }
]
