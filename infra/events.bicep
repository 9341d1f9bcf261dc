// Announces dropped files to the published app. The webhook key never leaves Azure Resource Manager:
// it is read where it is used, and is no parameter, no output and no line of a log.

@description('The app that main.bicep created and that has been published since.')
param appName string

@description('The system topic of the data account.')
param topicName string

param dataAccountName string
param incomingContainer string = 'incoming'
param deadLetterContainer string = 'dead-letters'

@description('The function that parses a file.')
param functionName string = 'ParseFile'

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: appName
}

resource dataAccount 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: dataAccountName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

resource droppedFiles 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: 'dropped-files'
  properties: {
    eventDeliverySchema: 'EventGridSchema'
    destination: {
      endpointType: 'WebHook'
      properties: {
        endpointUrl: 'https://${app.properties.defaultHostName}/runtime/webhooks/blobs?functionName=Host.Functions.${functionName}&code=${listKeys('${app.id}/host/default', '2025-03-01').systemKeys.blobs_extension}'
        minimumTlsVersionAllowed: '1.2'
      }
    }
    filter: {
      includedEventTypes: ['Microsoft.Storage.BlobCreated']
      // Up to /blobs/: without it a container named incoming-old would match as well.
      subjectBeginsWith: '/blobServices/default/containers/${incomingContainer}/blobs/'
      advancedFilters: [
        {
          // The calls that end a write. CreateFile, for one, announces a blob before it has its bytes.
          operatorType: 'StringIn'
          key: 'data.api'
          values: ['PutBlob', 'PutBlockList', 'CopyBlob', 'FlushWithClose', 'SftpCommit']
        }
      ]
    }
    // A day of tries; what is lost after that, the sweep finds.
    retryPolicy: { maxDeliveryAttempts: 30, eventTimeToLiveInMinutes: 1440 }
    deadLetterWithResourceIdentity: {
      identity: { type: 'SystemAssigned' }
      deadLetterDestination: {
        endpointType: 'StorageBlob'
        properties: { resourceId: dataAccount.id, blobContainerName: deadLetterContainer }
      }
    }
  }
}
