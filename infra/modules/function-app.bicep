// The app: Flex Consumption, .NET isolated, opened by its identity and nothing else.

param planName string
param appName string
param location string
param tags object

param identityId string
param identityClientId string

param hostAccountName string
param packagesUrl string
param dataEndpoints object
param insightsConnectionString string

@allowed([512, 2048, 4096])
param instanceMemoryMb int

@minValue(1)
@maxValue(1000)
param maximumInstances int

@description('Requests that one instance answers at once, those of waiting polls among them.')
param requestsPerInstance int = 100

@description('Instances kept warm for HTTP; 0 starts cold and costs nothing at rest.')
param alwaysReadyInstances int

@description('Spread over the zones of the region.')
param zoneRedundant bool

@description('The subnet of the app in a private network; null without one.')
param subnetId string?

@description('Settings of the pipeline itself, by name.')
param pipelineSettings object

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { tier: 'FlexConsumption', name: 'FC1' }
  properties: { reserved: true, zoneRedundant: zoneRedundant }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: appName
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    virtualNetworkSubnetId: subnetId
    // FTP is closed by its publishing policy below: the plan refuses ftpsState, as it does every property that functionAppConfig replaces.
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      http20Enabled: true
    }
    functionAppConfig: {
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMb
        maximumInstanceCount: maximumInstances
        // Polls that wait hold a request and nothing else; by the plan's own measure, sixteen of them would fill an instance.
        triggers: { http: { perInstanceConcurrency: requestsPerInstance } }
        alwaysReady: alwaysReadyInstances > 0 ? [{ name: 'http', instanceCount: alwaysReadyInstances }] : []
      }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packagesUrl
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
        }
      }
    }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: {
      AzureWebJobsStorage__accountName: hostAccountName
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: identityClientId
      PipelineStorage__blobServiceUri: dataEndpoints.blob
      PipelineStorage__queueServiceUri: dataEndpoints.queue
      PipelineStorage__tableServiceUri: dataEndpoints.table
      PipelineStorage__credential: 'managedidentity'
      PipelineStorage__clientId: identityClientId
      APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
      // Where hubs deliver (WebSub), and what publishers are told.
      Pipeline__Subscriptions__PublicAddress: 'https://${app.properties.defaultHostName}'
      ...pipelineSettings
    }
  }

  resource ftpPublishing 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scmPublishing 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

output id string = app.id
output name string = app.name
output hostName string = app.properties.defaultHostName
